using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A work of several threads, of which the one that measures is the first.</summary>
    internal abstract class ThreadWork : Work
    {
        // Blocked, a few calls deep.
        private const int HeapOfAThread = 1600;

        private readonly Thread[] _threads;
        private int _next;

        private protected ThreadWork(string name, int threads)
            : base(name)
        {
            _threads = new Thread[threads];
        }

        /// <summary>Set at the end; a thread that sees it returns.</summary>
        private protected bool IsOver { get; private set; }

        internal override int HeapNeeded => _threads.Length * HeapOfAThread;

        internal override void SetUp()
        {
            for (int i = 0; i < _threads.Length; i++)
            {
                Thread thread = new Thread(Begin);
                thread.Start();
                _threads[i] = thread;
            }
        }

        internal override void TearDown()
        {
            IsOver = true;
            Release();

            // Those that run: the heap may have been too small for all.
            for (int i = 0; i < _threads.Length && _threads[i] != null; i++)
            {
                _threads[i].Join();
                _threads[i] = null;
            }
        }

        /// <summary>What thread number <paramref name="index"/> does until <see cref="IsOver"/>.</summary>
        private protected abstract void Work(int index);

        /// <summary>Gets the threads out of what they wait for.</summary>
        private protected abstract void Release();

        private void Begin()
        {
            Work(Interlocked.Increment(ref _next) - 1);
        }
    }

    /// <summary>Two threads that set each other's event in turn.</summary>
    internal sealed class ThreadSwitches : ThreadWork
    {
        private readonly AutoResetEvent _there = new AutoResetEvent(false);
        private readonly AutoResetEvent _back = new AutoResetEvent(false);

        internal ThreadSwitches()
            : base("switch between two threads", 1)
        {
        }

        internal override void Run(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                _there.Set();
                _back.WaitOne();
            }
        }

        private protected override void Work(int index)
        {
            while (true)
            {
                _there.WaitOne();
                if (IsOver)
                {
                    return;
                }

                _back.Set();
            }
        }

        private protected override void Release()
        {
            _there.Set();
        }
    }

    /// <summary>Another thread sets an event; the thread blocked in its WaitOne answers, and blocks again.</summary>
    internal sealed class EventToThread : ThreadWork
    {
        private readonly AutoResetEvent _go = new AutoResetEvent(false);
        private readonly AutoResetEvent _event = new AutoResetEvent(false);
        private readonly AutoResetEvent _answer = new AutoResetEvent(false);
        private int _operations;

        internal EventToThread()
            : base("event set, thread blocked in WaitOne answers", 1)
        {
        }

        internal override void Run(int operations)
        {
            _operations = operations;
            _go.Set();
            for (int i = 0; i < operations; i++)
            {
                _event.WaitOne();
                _answer.Set();
            }
        }

        private protected override void Work(int index)
        {
            _go.WaitOne();
            while (!IsOver)
            {
                // Read once: the next run may set it before this one has looked at its end.
                int operations = _operations;
                for (int i = 0; i < operations; i++)
                {
                    _event.Set();
                    _answer.WaitOne();
                }

                _go.WaitOne();
            }
        }

        private protected override void Release()
        {
            _go.Set();
        }
    }

    /// <summary>Threads in a ring: each does a step when its event is set, and sets that of the next.</summary>
    internal sealed class ThreadTurns : ThreadWork
    {
        private readonly AutoResetEvent[] _turns;
        private int _left;

        internal ThreadTurns(int threads)
            : base("turn of one of " + threads.ToString() + " threads", threads - 1)
        {
            _turns = new AutoResetEvent[threads];
            for (int i = 0; i < threads; i++)
            {
                _turns[i] = new AutoResetEvent(false);
            }
        }

        internal override void Run(int operations)
        {
            AutoResetEvent own = _turns[_turns.Length - 1];
            _left = operations;
            while (_left > 0)
            {
                _left--;
                _turns[0].Set();
                own.WaitOne();
            }
        }

        private protected override void Work(int index)
        {
            AutoResetEvent own = _turns[index];
            AutoResetEvent next = _turns[index + 1];
            while (true)
            {
                own.WaitOne();
                if (IsOver)
                {
                    return;
                }

                _left--;
                next.Set();
            }
        }

        private protected override void Release()
        {
            for (int i = 0; i < _turns.Length; i++)
            {
                _turns[i].Set();
            }
        }
    }
}
