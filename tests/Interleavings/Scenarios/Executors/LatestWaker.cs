namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A future polled first by one executor, in a race that something else wins, and then by another on another
    /// thread, while its event comes at any moment.
    /// </summary>
    public sealed class LatestWaker : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;
        private PollsOnce _race;
        private ModelMachine _second;
        private Register _polled;
        private bool _finished;

        /// <inheritdoc/>
        public override string About => "a future polled by one executor and then by another on another thread";

        /// <inheritdoc/>
        public override string Proves => "the waker of the latest poll is woken";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_finished, "the second executor finished it");
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            return base.Stuck() + _second.Stuck();
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _wait = world.Name(_reactor.Register(0), "wait");
            _second = new ModelMachine(world, "second", 1, Clock);
            _polled = world.Register("polled");
            _race = world.Name(new PollsOnce(_wait, _polled), "race");
            world.Thread("thread2", RunSecond);
            world.Callback("irq", () => _reactor.Raise(0));
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            Executor.BlockOn(_race);
        }

        private void RunSecond()
        {
            _polled.WaitWhile(0);
            if (_polled.Value == 2)
            {
                // The first one has had the event.
                _reactor.Raise(0);
            }

            _finished = _second.Executor.BlockOn(_wait);
        }
    }
}
