namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two tasks so many slots apart that each has a NeedRun of its own.</summary>
    [Case(0, 8)]
    [Case(15, 64)]
    public sealed class TwoGroups(int low, int high) : MachineScenario
    {
        private Reactor _reactor;
        private Takes _first;
        private Takes _last;

        /// <inheritdoc/>
        public override string About => "two events for tasks whose slots are in different groups";

        /// <inheritdoc/>
        public override string Proves => "the NeedRun of one group does not hide that of another";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _last.Taken == 1, "each event is delivered once");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => low == 0 ? 3 : 2;

        /// <inheritdoc/>
        protected override int Capacity => high + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _first = world.Name(new Takes(_reactor.Register(0), 1), "first");
            _last = world.Name(new Takes(_reactor.Register(1), 1), "last");
            SpawnAt(low, _first);
            SpawnAt(high, _last);
            world.Callback("irq", () =>
            {
                _reactor.Raise(0);
                _reactor.Raise(1);
            });
        }
    }
}
