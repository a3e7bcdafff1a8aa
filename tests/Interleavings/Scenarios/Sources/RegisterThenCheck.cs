namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>An event comes while the future that waits for it is polled for the first time.</summary>
    public sealed class RegisterThenCheck : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "an event comes while its future stores the waker and looks at the ready bit";

        /// <inheritdoc/>
        public override string Proves => "register, then check";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the event is delivered once");
            world.Expect(_reactor.StateOf(0) == SourceState.Finished, "a source of one event is finished then");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _task = world.Name(new Takes(_reactor.RegisterOnce(0), 1), "task");
            Executor.Spawn(_task);
            world.Callback("irq", () => _reactor.Raise(0));
        }
    }
}
