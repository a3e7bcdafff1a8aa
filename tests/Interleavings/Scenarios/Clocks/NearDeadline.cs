namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A deadline so near that the executor awaits it awake, with a wake on top.</summary>
    public sealed class NearDeadline : MachineScenario
    {
        private Reactor _reactor;
        private NotBefore _delay;
        private Takes _event;

        /// <inheritdoc/>
        public override string About => "a near deadline is awaited awake while an event comes";

        /// <inheritdoc/>
        public override string Proves => "idling is a policy of the board, and loses nothing";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _delay.Check(world);
            world.Expect(_event.Taken == 1, "the event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Parker.NearDeadline = 5;
            _reactor = world.Name(new Reactor(1), "reactor");
            _delay = world.Name(new NotBefore(new Delay().Until(8), Clock, 8), "delay");
            _event = world.Name(new Takes(_reactor.Register(0), 1), "event");
            Executor.Spawn(_delay);
            Executor.Spawn(_event);
            Clock.Moves(world, Parker, 4, 8);
            world.Interrupt("irq", () => _reactor.Raise(0));
        }
    }
}
