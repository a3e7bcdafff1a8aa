namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task is taken out of an executor that was stopped and given to another, while its event comes.
    /// </summary>
    public sealed class HandedOver : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;
        private ModelMachine _second;
        private Register _handed;
        private Register _taken;
        private long _handle;

        /// <inheritdoc/>
        public override string About =>
            "a task is taken out of one executor and given to another while its event comes";

        /// <inheritdoc/>
        public override string Proves => "a future may move between executors";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 2, "each event is delivered once");
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
            _second = new ModelMachine(world, "second", 1, Clock);
            _handed = world.Register("handed");
            _taken = world.Register("taken");
            _task = world.Name(new Takes(new Counting(_reactor.Register(0), _taken), 2), "task");
            _handle = Executor.Spawn(_task);
            world.Thread("thread2", RunSecond);
            world.Thread("irq", Raise);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            Executor.RunUntilIdle();
            Executor.Detach(_handle);
            _handed.Value = 1;
        }

        private void RunSecond()
        {
            _handed.WaitFor(1);
            _second.Executor.BlockOn(_task);
        }

        // The second event comes once the first was taken, as with a device that is asked again.
        private void Raise()
        {
            _reactor.Raise(0);
            _taken.WaitFor(1);
            _reactor.Raise(0);
        }
    }
}
