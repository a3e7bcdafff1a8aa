namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two tasks come to a barrier, each after an event of its own.</summary>
    public sealed class BarrierMeets : MachineScenario
    {
        private Barrier _barrier;
        private Reactor _reactor;
        private Takes _first;
        private Takes _second;

        /// <inheritdoc/>
        public override string About => "two tasks come to a barrier, each after its own event";

        /// <inheritdoc/>
        public override string Proves => "barrier: both go on, in any order of the events";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_first.Taken == 1 && _second.Taken == 1, "both have gone on");
            world.Expect(_barrier.Arrived == 0 && _barrier.Round == 1, "and nobody is counted for the next round");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _barrier = world.Name(new Barrier(2), "barrier");
            _reactor = world.Name(new Reactor(2), "reactor");
            _first = world.Name(new Takes(new After(_reactor.Register(0), _barrier.NewWait()), 1), "first");
            _second = world.Name(new Takes(new After(_reactor.Register(1), _barrier.NewWait()), 1), "second");
            Executor.Spawn(_first);
            Executor.Spawn(_second);
            world.Callback("irq", () =>
            {
                _reactor.Raise(1);
                _reactor.Raise(0);
            });
        }
    }
}
