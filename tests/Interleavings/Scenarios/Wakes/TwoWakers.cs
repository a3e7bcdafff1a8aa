namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Two callbacks wake two tasks in the same moment, and one overwrites the hint of the other. The slots are beside
    /// each other, at the end of a group and on both sides of its edge.
    /// </summary>
    [Case(0, 1, 2)]
    [Case(6, 7, 8)]
    [Case(6, 7, 9)]
    [Case(7, 8, 9)]
    [Case(15, 16, 65)]
    [Case(62, 63, 64)]
    public sealed class TwoWakers(int low, int high, int capacity) : MachineScenario
    {
        private Reactor _reactor;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two callbacks wake two tasks at once and overwrite each other's hint";

        /// <inheritdoc/>
        public override string Proves => "a lost hint is no lost wake, whichever slot the task has";

        /// <inheritdoc/>
        public override int MaxPreemptions => capacity == 2 ? 3 : capacity < 16 ? 2 : 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "each event is delivered once");
        }

        /// <inheritdoc/>
        protected override int Capacity => capacity;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _first = world.Name(new Takes(_reactor.Register(0), 1), "first");
            _second = world.Name(new Takes(_reactor.Register(1), 1), "second");
            SpawnAt(low, _first);
            SpawnAt(high, _second);
            SpawnUpTo(capacity);
            world.Callback("one", () => _reactor.Raise(0));
            world.Callback("two", () => _reactor.Raise(1));
        }
    }
}
