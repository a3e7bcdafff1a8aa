namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A delay that one executor has queued is given to another on another thread before its deadline: as a task that was
    /// taken out, or as a future that a task polled and left.
    /// </summary>
    [Case(true)]
    [Case(false)]
    public sealed class TimerMoves(bool isTakenOut) : MachineScenario
    {
        private const long Pending = 1;
        private const long Finished = 2;

        private NotBefore _task;
        private ModelMachine _second;
        private Register _handed;
        private Register _polled;
        private long _handle;
        private long _left = long.MaxValue;

        /// <inheritdoc/>
        public override string About => "a pending delay moves from one executor to another";

        /// <inheritdoc/>
        public override string Proves => "its deadline wakes the executor that has it now";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _task.Check(world);
            world.Expect(Executor.Timers.Count == 0, "no timer is left in the executor that it has left");
            world.Expect(_left == long.MaxValue, "and no deadline");
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
            _polled = world.Register("polled");
            _handle = Executor.Spawn(isTakenOut ? _task : new PollsOnce(_task, _polled));
            world.Thread("thread2", () =>
            {
                _handed.WaitWhile(0);
                if (_handed.Value == Pending)
                {
                    _second.Executor.BlockOn(_task);
                    _left = Executor.RunUntilIdle();
                }
            });
            Clock.Moves(world, _second.Parker, 5, 10);
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            Executor.RunUntilIdle();
            bool pending = isTakenOut ? Executor.Detach(_handle) != null : _polled.Value == 1;
            _handed.Value = pending ? Pending : Finished;
        }
    }
}
