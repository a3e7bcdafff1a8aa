namespace NanoExecutor.Benchmarks
{
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
}
