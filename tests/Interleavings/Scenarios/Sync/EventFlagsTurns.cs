namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Two tasks wait for the same flag, which clears itself and is set again once it was taken; or each for its own.
    /// </summary>
    [Case(1)]
    [Case(2)]
    public sealed class EventFlagsTurns(int other) : MachineScenario
    {
        private EventFlags _flags;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two tasks wait for flags that clear themselves";

        /// <inheritdoc/>
        public override string Proves => "event flags: each flag that was set is taken by one";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "each task had the flag once");
            world.Expect(_flags.Value == 0, "and none is left");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register taken = world.Register("taken");
            _flags = world.Name(new EventFlags(true), "flags");
            _first = world.Name(new Takes(new Counting(_flags.NewWaitAny(1), taken), 1), "first");
            _second = world.Name(new Takes(new Counting(_flags.NewWaitAny(other), taken), 1), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("one", () => _flags.Set(1));
            world.Callback("two", () => _flags.Set(other)).When(() => other != 1 || taken.Peek > 0);
        }
    }
}
