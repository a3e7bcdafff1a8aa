namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two threads set a flag each; a task waits for both.</summary>
    public sealed class EventFlagsTogether : MachineScenario
    {
        private EventFlags _flags;
        private Takes _both;

        /// <inheritdoc/>
        public override string About => "two threads set a flag each; a task waits for both";

        /// <inheritdoc/>
        public override string Proves => "event flags: of two that complete a set, one sees it complete";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_both.Taken == 1, "the task has gone on");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _flags = world.Name(new EventFlags(false), "flags");
            _both = world.Name(new Takes(_flags.NewWaitAll(3), 1), "both");
            Executor.Spawn(_both);
            world.Callback("one", () => _flags.Set(1));
            world.Callback("two", () => _flags.Set(2));
        }
    }
}
