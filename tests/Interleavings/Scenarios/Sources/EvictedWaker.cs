namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A second task polls the source that a race of the first one keeps, pushes its waker out and ends.</summary>
    public sealed class EvictedWaker : MachineScenario
    {
        private Reactor _reactor;
        private Takes _stays;
        private PollsOnce _passes;

        /// <inheritdoc/>
        public override string About => "a task that ends pushes out the waker of the task that waits";

        /// <inheritdoc/>
        public override string Proves => "a waker that is pushed out is woken";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_stays.Taken == 1, "the task that stayed has its event");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            SourceWait wait = _reactor.Register(0);
            _stays = world.Name(new Takes(new KeptByARace(wait), 1), "stays");
            Register passed = world.Register("passed");
            _passes = world.Name(new PollsOnce(wait, passed), "passes");
            Executor.Spawn(_stays);
            Executor.Spawn(_passes);
            world.Callback("irq", () => _reactor.Raise(0));

            // If the one that passes takes the event, there is another for the one that stays.
            world.Callback("again", () => _reactor.Raise(0)).When(() => passed.Peek == 2).Perhaps();
        }
    }
}
