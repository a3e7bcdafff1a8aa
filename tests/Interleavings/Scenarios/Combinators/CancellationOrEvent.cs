namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A request to end comes with the event.</summary>
    public sealed class CancellationOrEvent : MachineScenario
    {
        private Reactor _reactor;
        private WithCancellation _bound;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "a request to end comes together with the event";

        /// <inheritdoc/>
        public override string Proves => "a request from any thread ends the wait, and loses no event";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the wait has ended");
            world.Expect(_bound.IsRequested, "the request stays, even if the event came first");
            world.Expect(
                _bound.WasCancelled == (_reactor.StateOf(0) == SourceState.Ready),
                "the event was delivered, or it is still there");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _bound = world.Name(new WithCancellation(_reactor.Register(0)), "bound");
            _task = world.Name(new Takes(_bound, 1), "task");
            Executor.Spawn(_task);
            world.Callback("irq", () => _reactor.Raise(0));
            world.Callback("request", () => _bound.Request());
        }
    }
}
