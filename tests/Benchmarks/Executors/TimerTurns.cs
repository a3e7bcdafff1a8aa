namespace NanoExecutor.Benchmarks
{
    /// <summary>Tasks that each wait for a delay of their own, again and again: arm, park, fire, poll.</summary>
    internal sealed class TimerTurns : ExecutorWork
    {
        // Lengths that are all different and spread over a tenth, so that the queue is sorted anew all the time.
        private const int Shortest = 100000;
        private const int Spread = 10007;
        private const int Stride = 7919;

        private const int HeapOfATicker = 180;

        private readonly int _pending;
        private int _left;

        internal TimerTurns(int pending)
            : base("delay armed, fired and polled, " + pending.ToString() + " pending", pending)
        {
            _pending = pending;
        }

        internal override int HeapNeeded => base.HeapNeeded + (_pending * HeapOfATicker);

        internal override void Run(int operations)
        {
            _left = operations;
            Executor.Run();
        }

        private protected override Executor NewExecutor(int slots)
        {
            return new SteppedMachine().NewExecutor(slots);
        }

        private protected override void AddTasks()
        {
            for (int i = 0; i < _pending; i++)
            {
                Executor.Spawn(new Ticker(this, Shortest + (i * Stride % Spread)));
            }

            _left = _pending;
            Executor.Run();
        }

        private void Count()
        {
            if (--_left == 0)
            {
                Executor.Stop();
            }
        }

        private sealed class Ticker : Future
        {
            private readonly TimerTurns _owner;
            private readonly Delay _delay = new Delay();
            private readonly long _length;

            internal Ticker(TimerTurns owner, long length)
            {
                _owner = owner;
                _length = length;
                _delay.For(length);
            }

            public override Poll Poll(Waker waker)
            {
                while (_delay.Poll(waker) == Ready)
                {
                    _owner.Count();
                    _delay.For(_length);
                }

                return Pending;
            }
        }
    }
}
