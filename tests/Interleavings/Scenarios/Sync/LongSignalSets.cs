namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sets a signal of numbers several times while a task takes.</summary>
    [Case(2)]
    [Case(3)]
    [Case(5)]
    public sealed class LongSignalSets(int sets) : MachineScenario
    {
        private LongSignal _signal;
        private TakesUntil _task;

        /// <inheritdoc/>
        public override string About => "a thread sets a signal of numbers several times";

        /// <inheritdoc/>
        public override string Proves => "signal of numbers: the last value is taken, the one before it or not";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_signal.Dropped == 0, "one writer finds a place each time");
            world.Expect(_task.Seen + _signal.Replaced == sets, "each value was taken or replaced");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => sets < 4 ? 3 : 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _signal = world.Name(new LongSignal(1), "signal");
            _task = world.Name(new TakesUntil(_signal.NewWait(), sets), "task");
            Executor.Spawn(_task);
            world.Callback("writer", () =>
            {
                for (int value = 1; value <= sets; value++)
                {
                    _signal.Set(value);
                }
            });
        }

        private sealed class TakesUntil : Future
        {
            private readonly LongSignalWait _wait;
            private readonly long _last;

            internal TakesUntil(LongSignalWait wait, long last)
            {
                _wait = wait;
                _last = last;
            }

            internal int Seen { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    Seen++;
                    if (_wait.Result == _last)
                    {
                        return Ready;
                    }
                }

                return Pending;
            }
        }
    }
}
