namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads release a permit each while two tasks wait for one each.</summary>
    public sealed class SemaphoreReleases : MachineScenario
    {
        private Semaphore _semaphore;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two threads release, two tasks acquire";

        /// <inheritdoc/>
        public override string Proves => "semaphore: each permit is taken once, by those that wait in their order";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "each task has a permit");
            world.Expect(_semaphore.Available == 0, "and none is left over");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _semaphore = world.Name(new Semaphore(0, 2), "semaphore");
            _first = world.Name(new Takes(_semaphore.NewAcquire(), 1), "first");
            _second = world.Name(new Takes(_semaphore.NewAcquire(), 1), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("one", () => _semaphore.Release());
            world.Callback("two", () => _semaphore.Release());
        }
    }
}
