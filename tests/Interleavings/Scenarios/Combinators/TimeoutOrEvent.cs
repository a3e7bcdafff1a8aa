namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>An event comes as its time runs out.</summary>
    public sealed class TimeoutOrEvent : MachineScenario
    {
        private Reactor _reactor;
        private WithTimeout _limited;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "an event comes as its time runs out";

        /// <inheritdoc/>
        public override string Proves => "an event that came too late is there for the next wait";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the wait has ended");
            world.Expect(
                _limited.TimedOut == (_reactor.StateOf(0) == SourceState.Ready),
                "the event was delivered, or it is still there");
            world.Expect(!_limited.TimedOut || Clock.Peek >= 10, "it was not cut short");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _limited = world.Name(new WithTimeout(_reactor.Register(0), 10), "limited");
            _task = world.Name(new Takes(_limited, 1), "task");
            Executor.Spawn(_task);
            world.Callback("irq", () => _reactor.Raise(0));
            Clock.Moves(world, Parker, 10);
        }
    }
}
