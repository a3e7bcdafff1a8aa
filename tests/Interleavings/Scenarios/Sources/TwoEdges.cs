namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A pin changes twice, the second time while the task takes the first edge, and that callback is interrupted in
    /// turn. The task must not miss the last level.
    /// </summary>
    public sealed class TwoEdges : MachineScenario
    {
        private Reactor _reactor;
        private Pin _pin;

        /// <inheritdoc/>
        public override string About => "a second edge comes while the task takes the first and looks at the pin";

        /// <inheritdoc/>
        public override string Proves => "the flag is cleared before looking at what happened";

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _pin = world.Name(new Pin(), "pin");
            Executor.Spawn(world.Name(new UntilLevel(_reactor.Register(0), _pin, 2), "task"));
            world.Callback("edges", () =>
            {
                _pin.Level = 1;
                _reactor.Raise(0);
                _pin.Level = 2;
                _reactor.Raise(0);
            });
        }
    }
}
