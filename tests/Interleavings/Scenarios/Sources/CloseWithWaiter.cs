namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A thread closes the reactor while a task waits for a recurring source, or is about to.</summary>
    [Case(1)]
    [Case(2)]
    public sealed class CloseWithWaiter(int sources) : MachineScenario
    {
        private readonly SourceWait[] _waits = new SourceWait[sources];
        private Reactor _reactor;

        /// <inheritdoc/>
        public override string About => "the reactor is closed while a task waits, or is about to";

        /// <inheritdoc/>
        public override string Proves => "closing releases the sources";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            for (int source = 0; source < sources; source++)
            {
                world.Expect(_waits[source].IsClosed, "the wait says that it was cut short");
            }
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(sources), "reactor");
            for (int source = 0; source < sources; source++)
            {
                _waits[source] = world.Name(_reactor.Register(source), "wait" + source);
                Executor.Spawn(world.Name(new Takes(_waits[source], 1), "task" + source));
            }

            world.Thread("closer", () => _reactor.Close());
        }
    }
}
