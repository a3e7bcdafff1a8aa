namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A delay that one executor has queued is given to another on another thread before its deadline.
    /// </summary>
    public sealed class TimerMoves : MachineScenario
    {
        private const long Pending = 1;
        private const long Finished = 2;

        private NotBefore _task;
        private ModelMachine _second;
        private Register _handed;
        private long _handle;

        /// <inheritdoc/>
        public override string About => "a pending delay moves from one executor to another";

        /// <inheritdoc/>
        public override string Proves => "its deadline wakes the executor that has it now";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _task.Check(world);
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            return base.Stuck() + _second.Stuck();
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _second = new ModelMachine(world, "second", 1, Clock);
            _handed = world.Register("handed");
            _task = world.Name(new NotBefore(new Delay().Until(10), Clock, 10), "task");
            _handle = Executor.Spawn(_task);
            world.Thread("thread2", () =>
            {
                _handed.WaitWhile(0);
                if (_handed.Value == Pending)
                {
                    _second.Executor.BlockOn(_task);
                }
            });
            Clock.Moves(world, _second.Parker, 5, 10);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            Executor.RunUntilIdle();
            _handed.Value = Executor.Take(_handle) == null ? Finished : Pending;
        }
    }
}
