namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A recurring source is raised while the reactor is closed: the event was either accepted or refused.
    /// </summary>
    public sealed class CloseOrEvent : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;
        private bool _accepted;

        /// <inheritdoc/>
        public override string About => "a source is raised while the reactor is closed";

        /// <inheritdoc/>
        public override string Proves => "an event that closing accepted is delivered";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_wait.IsClosed || _accepted, "the wait ended with an event although it was refused");

            // One that came after the wait had ended is kept for the next.
            world.Expect(
                !_accepted || !_wait.IsClosed || _reactor.StateOf(0) == SourceState.Ready,
                "TryRaise accepted an event that is nowhere");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _wait = world.Name(_reactor.Register(0), "wait");
            Executor.Spawn(world.Name(new Takes(_wait, 1), "task"));
            world.Thread("closer", () => _reactor.Close());
            world.Callback("irq", () => _accepted = _reactor.TryRaise(0));
        }
    }
}
