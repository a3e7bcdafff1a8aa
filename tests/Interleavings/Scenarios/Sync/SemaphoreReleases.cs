namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Two threads release permits at once, and two tasks acquire some each: one, or more than one thread gives.
    /// </summary>
    [Case(1, 1, 1)]
    [Case(1, 2, 0)]
    [Case(2, 1, 3)]
    public sealed class SemaphoreReleases(int each, int first, int second) : MachineScenario
    {
        private Semaphore _semaphore;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two threads release, two tasks acquire";

        /// <inheritdoc/>
        public override string Proves => "semaphore: each permit is taken once, by those that wait in their order";

        /// <inheritdoc/>
        public override int MaxPreemptions => each + first == 2 ? 3 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1, "the first task has its permits");
            world.Expect(second == 0 || _second.Taken == 1, "and so has the second");
            world.Expect(_semaphore.Dropped == 0 && _semaphore.Available == 0, "none was refused and none is left");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _semaphore = world.Name(new Semaphore(0, 2 * each), "semaphore");
            _first = world.Name(new Takes(_semaphore.NewAcquire(first), 1), "first");
            Executor.Spawn(_first);
            if (second > 0)
            {
                _second = world.Name(new Takes(_semaphore.NewAcquire(second), 1), "second");
                Executor.Spawn(_second);
            }

            world.Callback("one", () => _semaphore.Release(each));
            world.Callback("two", () => _semaphore.Release(each));
        }
    }
}
