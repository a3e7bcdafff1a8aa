namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The hook that runs before a park wakes a task, and an interrupt comes on top.</summary>
    public sealed class IdleHookWakes : MachineScenario
    {
        private Reactor _reactor;
        private Takes _byHook;
        private Takes _byInterrupt;
        private bool _done;

        /// <inheritdoc/>
        public override string About => "the hook before a park wakes a task while an interrupt wakes another";

        /// <inheritdoc/>
        public override string Proves => "the executor owns the order of sleeping and waking";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_byHook.Taken == 1 && _byInterrupt.Taken == 1, "each event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _byHook = world.Name(new Takes(_reactor.Register(0), 1), "byHook");
            _byInterrupt = world.Name(new Takes(_reactor.Register(1), 1), "byInterrupt");
            Executor.Spawn(_byHook);
            Executor.Spawn(_byInterrupt);
            Executor.OnIdle = Idle;
            world.Callback("irq", () => _reactor.Raise(1));
        }

        private void Idle(Executor executor)
        {
            if (!_done)
            {
                _done = true;
                _reactor.Raise(0);
            }
        }
    }
}
