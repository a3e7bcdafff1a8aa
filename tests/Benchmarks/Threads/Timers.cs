using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Threads that each sleep again and again, for as short as they can.</summary>
    internal sealed class Sleeps : ThreadWork
    {
        private readonly ManualResetEvent _go = new ManualResetEvent(false);
        private readonly AutoResetEvent _done = new AutoResetEvent(false);
        private int _left;

        internal Sleeps(int threads)
            : base("Thread.Sleep(1) in one of " + threads.ToString() + " threads", threads)
        {
        }

        internal override void Run(int operations)
        {
            _left = operations;
            _go.Set();
            _done.WaitOne();
        }

        private protected override void Work(int index)
        {
            while (!IsOver)
            {
                _go.WaitOne();
                while (!IsOver)
                {
                    Thread.Sleep(1);
                    int left = Interlocked.Decrement(ref _left);
                    if (left <= 0)
                    {
                        if (left == 0)
                        {
                            _go.Reset();
                            _done.Set();
                        }

                        break;
                    }
                }
            }
        }

        private protected override void Release()
        {
            _go.Set();
        }
    }

    /// <summary>One System.Threading.Timer each, due at once; the callback sets it again.</summary>
    internal sealed class TimerCallbacks : Work
    {
        private const int HeapOfATimer = 150;

        private readonly AutoResetEvent _done = new AutoResetEvent(false);
        private readonly Timer[] _timers;
        private int _left;

        internal TimerCallbacks(int pending)
            : base("System.Threading.Timer set, fired and called, " + pending.ToString() + " pending")
        {
            _timers = new Timer[pending];
        }

        internal override int HeapNeeded => _timers.Length * HeapOfATimer;

        internal override void SetUp()
        {
            for (int i = 0; i < _timers.Length; i++)
            {
                _timers[i] = new Timer(Fired, i, Timeout.Infinite, Timeout.Infinite);
            }
        }

        internal override void Run(int operations)
        {
            _left = operations;
            for (int i = 0; i < _timers.Length; i++)
            {
                _timers[i].Change(0, Timeout.Infinite);
            }

            _done.WaitOne();
        }

        internal override void TearDown()
        {
            // Those that were made: the heap may have been too small for all.
            for (int i = 0; i < _timers.Length && _timers[i] != null; i++)
            {
                _timers[i].Dispose();
                _timers[i] = null;
            }
        }

        private void Fired(object index)
        {
            int left = Interlocked.Decrement(ref _left);
            if (left > 0)
            {
                _timers[(int)index].Change(0, Timeout.Infinite);
            }
            else if (left == 0)
            {
                _done.Set();
            }
        }
    }
}
