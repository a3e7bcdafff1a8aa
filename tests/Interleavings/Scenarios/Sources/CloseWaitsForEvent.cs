namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread closes the reactor while the one event of a source comes and is taken.</summary>
    public sealed class CloseWaitsForEvent : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;
        private bool _raised;
        private bool _closedBefore;

        /// <inheritdoc/>
        public override string About =>
            "closing waits for the one event of a source, which comes and is taken meanwhile";

        /// <inheritdoc/>
        public override string Proves => "closing waits for its sources";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(!_wait.IsClosed, "the event was not lost");
            world.Expect(!_closedBefore, "Close did not return before the event");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _wait = world.Name(_reactor.RegisterOnce(0), "wait");
            Executor.Spawn(world.Name(new Takes(_wait, 1), "task"));
            world.Thread("closer", () =>
            {
                _reactor.Close();
                _closedBefore = !_raised;
            });
            world.Interrupt("irq", () =>
            {
                _raised = true;
                _reactor.Raise(0);
            });
        }
    }
}
