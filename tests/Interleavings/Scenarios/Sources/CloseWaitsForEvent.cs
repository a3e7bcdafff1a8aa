namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread closes the reactor while the one event of each source comes and is taken.</summary>
    [Case(1)]
    [Case(2)]
    public sealed class CloseWaitsForEvent(int sources) : MachineScenario
    {
        private readonly SourceWait[] _waits = new SourceWait[sources];
        private Reactor _reactor;
        private bool _raised;
        private bool _closedBefore;

        /// <inheritdoc/>
        public override string About =>
            "closing waits for the one event of a source, which comes and is taken meanwhile";

        /// <inheritdoc/>
        public override string Proves => "closing waits for its sources";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            for (int source = 0; source < sources; source++)
            {
                world.Expect(!_waits[source].IsClosed, "no event was lost");
            }

            world.Expect(!_closedBefore, "Close did not return before the event");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => sources == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(sources), "reactor");
            for (int source = 0; source < sources; source++)
            {
                _waits[source] = world.Name(_reactor.RegisterOnce(source), "wait" + source);
                Executor.Spawn(world.Name(new Takes(_waits[source], 1), "task" + source));
            }

            world.Thread("closer", () =>
            {
                _reactor.Close();
                _closedBefore = !_raised;
            });
            world.Callback("irq", () =>
            {
                for (int source = 0; source < sources; source++)
                {
                    _raised = source == sources - 1;
                    _reactor.Raise(source);
                }
            });
        }
    }
}
