namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A callback wakes at any moment and leaves no hint, as it finds the flag set by another wake whose hint was lost: what
    /// remains is the flag of the slot and NeedRun.
    /// </summary>
    [Case(0, 1, false)]
    [Case(0, 1, true)]
    [Case(7, 8, false)]
    [Case(8, 9, true)]
    [Case(0, 17, false)]
    [Case(31, 64, false)]
    public sealed class WakeWithoutHint(int slot, int capacity, bool timed) : MachineScenario
    {
        private Flagged _task;

        /// <inheritdoc/>
        public override string About => timed
            ? "a wake without a hint while the executor goes to sleep until a deadline"
            : "a wake without a hint while the executor goes to sleep";

        /// <inheritdoc/>
        public override string Proves => "hints only save the search: the flags are the truth";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Readies == 1, "the task was ready " + _task.Readies + " times");
        }

        /// <inheritdoc/>
        protected override int Capacity => timed ? capacity + 1 : capacity;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new Flagged(world, "task", 1), "task");
            if (timed)
            {
                // The deadline never comes in here: without the wake the park has no end.
                Executor.Spawn(new StopsWith(_task, Executor));
                Executor.Spawn(new Delay().Until(Duration.Hour));
            }
            else
            {
                SpawnAt(slot, _task);
                SpawnUpTo(capacity);
            }

            world.Callback("callback", () =>
            {
                _task.Waker.IsSet = true;
                _task.RaiseFirst();
            }).When(() => _task.Asked);
        }

        private sealed class StopsWith : Future
        {
            private readonly Future _inner;
            private readonly Executor _executor;

            internal StopsWith(Future inner, Executor executor)
            {
                _inner = inner;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (_inner.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _executor.Stop();
                return Ready;
            }
        }
    }
}
