namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task with a timer and a task with an event, due in the same moment.</summary>
    public sealed class TimerOrWake : MachineScenario
    {
        private Reactor _reactor;
        private NotBefore _delay;
        private Takes _event;

        /// <inheritdoc/>
        public override string About => "a deadline and an event at the same moment";

        /// <inheritdoc/>
        public override string Proves => "the alarm and a wake do not hide each other";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _delay.Check(world);
            world.Expect(_event.Taken == 1, "the event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _delay = world.Name(new NotBefore(new Delay().Until(10), Clock, 10), "delay");
            _event = world.Name(new Takes(_reactor.Register(0), 1), "event");
            Executor.Spawn(_delay);
            Executor.Spawn(_event);
            Clock.Moves(world, Parker, 10);
            world.Callback("irq", () => _reactor.Raise(0));
        }
    }
}
