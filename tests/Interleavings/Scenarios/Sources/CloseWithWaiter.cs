namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread closes the reactor while a task waits for a recurring source, or is about to.</summary>
    public sealed class CloseWithWaiter : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;

        /// <inheritdoc/>
        public override string About => "the reactor is closed while a task waits, or is about to";

        /// <inheritdoc/>
        public override string Proves => "closing releases the sources";

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
            Executor.Spawn(world.Name(new Takes(_wait, 1), "task"));
            world.Thread("closer", () => _reactor.Close());
        }
    }
}
