namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two callbacks wake two tasks in the same moment, and one overwrites the hint of the other.</summary>
    public sealed class TwoWakers : MachineScenario
    {
        private Reactor _reactor;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two callbacks wake two tasks at once and overwrite each other's hint";

        /// <inheritdoc/>
        public override string Proves => "a lost hint is no lost wake";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "each event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _first = world.Name(new Takes(_reactor.Register(0), 1), "first");
            _second = world.Name(new Takes(_reactor.Register(1), 1), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("one", () => _reactor.Raise(0));
            world.Callback("two", () => _reactor.Raise(1));
        }
    }
}
