namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A join waits for two events that come at once.</summary>
    public sealed class JoinOfEvents : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "two events come at once into a join";

        /// <inheritdoc/>
        public override string Proves => "a flag of a child tells whoever polled the join last";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the join is complete");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _task = world.Name(new Takes(new Join(_reactor.Register(0), _reactor.Register(1)), 1), "task");
            Executor.Spawn(_task);
            world.Callback("one", () => _reactor.Raise(0));
            world.Callback("two", () => _reactor.Raise(1));
        }
    }
}
