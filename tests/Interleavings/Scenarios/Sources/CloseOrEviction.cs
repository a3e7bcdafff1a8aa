namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The reactor is closed while the waker of the task that waits for a source changes.</summary>
    public sealed class CloseOrEviction : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;

        /// <inheritdoc/>
        public override string About => "the reactor is closed while the waker of its waiter changes";

        /// <inheritdoc/>
        public override string Proves => "closing tells the waker of the latest poll";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_wait.IsClosed, "the wait says that it was cut short");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _wait = world.Name(_reactor.Register(0), "wait");
            Executor.Spawn(world.Name(new PollsOnce(_wait, world.Register("polled")), "passes"));
            Executor.Spawn(world.Name(new Takes(_wait, 1), "stays"));
            world.Thread("closer", () => _reactor.Close());
        }
    }
}
