namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Two events race; the loser is cancelled and must not be lost.</summary>
    public sealed class RaceOfEvents : MachineScenario
    {
        private Reactor _reactor;
        private Race _race;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "two events come at once into a race";

        /// <inheritdoc/>
        public override string Proves => "a race delivers one and keeps the other";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 2, "each event has won once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _race = world.Name(new Race(_reactor.Register(0), _reactor.Register(1)), "race");
            _task = world.Name(new Takes(_race, 2), "task");
            Executor.Spawn(_task);
            world.Callback("one", () => _reactor.Raise(0));
            world.Callback("two", () => _reactor.Raise(1));
        }
    }
}
