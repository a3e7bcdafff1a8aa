namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread sets a signal of numbers twice while a task takes.</summary>
    public sealed class LongSignalSets : MachineScenario
    {
        private const long Last = 2;

        private LongSignal _signal;
        private TakesUntil _task;

        /// <inheritdoc/>
        public override string About => "a thread sets a signal of numbers twice";

        /// <inheritdoc/>
        public override string Proves => "signal of numbers: the last value is taken, the one before it or not";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Seen + _signal.Replaced == 2, "each value was taken or replaced");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _signal = world.Name(new LongSignal(1), "signal");
            _task = world.Name(new TakesUntil(_signal.NewWait()), "task");
            Executor.Spawn(_task);
            world.Callback("writer", () =>
            {
                _signal.Set(1);
                _signal.Set(Last);
            });
        }

        private sealed class TakesUntil : Future
        {
            private readonly LongSignalWait _wait;

            internal TakesUntil(LongSignalWait wait)
            {
                _wait = wait;
            }

            internal int Seen { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    Seen++;
                    if (_wait.Result == Last)
                    {
                        return Ready;
                    }
                }

                return Pending;
            }
        }
    }
}
