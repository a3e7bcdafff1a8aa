namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread clears a flag while another one sets a second flag, which a task waits for.</summary>
    public sealed class EventFlagsCleared : MachineScenario
    {
        private EventFlags _flags;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "a thread clears a flag while another sets a second one, which a task waits for";

        /// <inheritdoc/>
        public override string Proves => "event flags: clearing some undoes nothing that is set meanwhile";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_second.Taken == 1, "the task has gone on");
            world.Expect(_flags.Value == 2, "the first flag is cleared and the second stays");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _flags = world.Name(new EventFlags(false), "flags");
            _flags.Set(1);
            _second = world.Name(new Takes(_flags.NewWaitAny(2), 1), "second");
            Executor.Spawn(_second);
            world.Callback("clears", () => _flags.Clear(1));
            world.Callback("sets", () => _flags.Set(2));
        }
    }
}
