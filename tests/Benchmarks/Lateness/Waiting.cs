using System.Threading;

namespace NanoExecutor.Benchmarks
{
    /// <summary>One way to wait for a time.</summary>
    internal abstract class Waiting
    {
        internal readonly string Name;

        private protected Waiting(string name)
        {
            Name = name;
        }

        /// <summary>Whether it is the library's way.</summary>
        internal virtual bool IsOwn => false;

        internal virtual void SetUp()
        {
        }

        /// <summary>Waits for some times of the same length, one after the other, and notes how late each was, ns.</summary>
        /// <param name="milliseconds">The length.</param>
        /// <param name="lateness">To be filled, from <paramref name="first"/> on.</param>
        /// <param name="first">Where to begin.</param>
        /// <param name="count">How many.</param>
        internal abstract void Wait(int milliseconds, long[] lateness, int first, int count);

        internal virtual void TearDown()
        {
        }

        /// <summary>How much later than due it is, ns.</summary>
        private protected static long Late(long start, int milliseconds)
        {
            return Target.Nanoseconds() - start - (milliseconds * 1000000L);
        }
    }

    /// <summary>A task awaits a delay; beside it nothing, or a task that is always awake.</summary>
    internal sealed class DelayWaiting : Waiting
    {
        private readonly bool _busy;
        private Executor _executor;
        private Waiter _waiter;

        internal DelayWaiting(bool busy)
            : base(busy ? "a Delay, another task polls without pause" : "a Delay, executor idle")
        {
            _busy = busy;
        }

        internal override bool IsOwn => true;

        internal override void SetUp()
        {
            _executor = Target.NewExecutor(2);
            _waiter = new Waiter(_executor);
            _executor.Spawn(_waiter);
            _executor.RunUntilIdle();
            if (_busy)
            {
                _executor.Spawn(new Spinner());
            }
        }

        internal override void Wait(int milliseconds, long[] lateness, int first, int count)
        {
            _waiter.Start(milliseconds, lateness, first, first + count);
            _executor.Run();
        }

        internal override void TearDown()
        {
            _executor.Close();
        }

        private sealed class Spinner : Future
        {
            public override Poll Poll(Waker waker)
            {
                waker.Wake();
                return Pending;
            }
        }

        private sealed class Waiter : Future
        {
            private readonly Executor _executor;
            private readonly Delay _delay = new Delay();
            private Waker _own;
            private long[] _lateness;
            private int _milliseconds;
            private int _next;
            private int _end;
            private long _start;

            internal Waiter(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                _own = waker;
                while (_next < _end && _delay.Poll(waker) == Ready)
                {
                    _lateness[_next++] = Late(_start, _milliseconds);
                    if (_next < _end)
                    {
                        Arm();
                    }
                    else
                    {
                        _executor.Stop();
                    }
                }

                return Pending;
            }

            internal void Start(int milliseconds, long[] lateness, int first, int end)
            {
                _milliseconds = milliseconds;
                _lateness = lateness;
                _next = first;
                _end = end;
                Arm();
                _own.Wake();
            }

            private void Arm()
            {
                _start = Target.Nanoseconds();
                _delay.For(_milliseconds * Duration.Millisecond);
            }
        }
    }

    /// <summary>A System.Threading.Timer calls back; beside it nothing, or a thread that computes.</summary>
    internal sealed class TimerWaiting : Waiting
    {
        private readonly AutoResetEvent _fired = new AutoResetEvent(false);
        private readonly bool _busy;
        private BusyThread _thread;
        private Timer _timer;
        private int _milliseconds;
        private long _start;
        private long _late;

        internal TimerWaiting(bool busy)
            : base(busy ? "a Timer, another thread computes" : "a Timer, idle")
        {
            _busy = busy;
        }

        internal override void SetUp()
        {
            _timer = new Timer(Fired, null, Timeout.Infinite, Timeout.Infinite);
            _thread = _busy ? new BusyThread() : null;
        }

        internal override void Wait(int milliseconds, long[] lateness, int first, int count)
        {
            _milliseconds = milliseconds;
            for (int i = first; i < first + count; i++)
            {
                _start = Target.Nanoseconds();
                _timer.Change(milliseconds, Timeout.Infinite);
                _fired.WaitOne();
                lateness[i] = _late;
            }
        }

        internal override void TearDown()
        {
            _timer.Dispose();
            if (_thread != null)
            {
                _thread.End();
            }
        }

        private void Fired(object state)
        {
            _late = Late(_start, _milliseconds);
            _fired.Set();
        }
    }

    /// <summary>A thread sleeps; beside it nothing, or a thread that computes.</summary>
    internal sealed class SleepWaiting : Waiting
    {
        private readonly bool _busy;
        private BusyThread _thread;

        internal SleepWaiting(bool busy)
            : base(busy ? "Thread.Sleep, another thread computes" : "Thread.Sleep, idle")
        {
            _busy = busy;
        }

        internal override void SetUp()
        {
            _thread = _busy ? new BusyThread() : null;
        }

        internal override void Wait(int milliseconds, long[] lateness, int first, int count)
        {
            for (int i = first; i < first + count; i++)
            {
                long start = Target.Nanoseconds();
                Thread.Sleep(milliseconds);
                lateness[i] = Late(start, milliseconds);
            }
        }

        internal override void TearDown()
        {
            if (_thread != null)
            {
                _thread.End();
            }
        }
    }
}
