namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task with a timer and a task with an event, due in the same moment.</summary>
    public sealed class TimerOrWake : MachineScenario
    {
        private Reactor _reactor;
        private NotBefore _delay;
        private Takes _event;

        /// <inheritdoc/>
        public override string About => "a deadline and an event at the same moment";

        /// <inheritdoc/>
        public override string Proves => "the alarm and a wake do not hide each other";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _delay.Check(world);
            world.Expect(_event.Taken == 1, "the event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _delay = world.Name(new NotBefore(new Delay().Until(10), Clock, 10), "delay");
            _event = world.Name(new Takes(_reactor.Register(0), 1), "event");
            Executor.Spawn(_delay);
            Executor.Spawn(_event);
            Clock.Moves(world, Parker, 10);
            world.Callback("irq", () => _reactor.Raise(0));
        }
    }

    /// <summary>
    /// A task that waits for a deadline is aborted as the alarm for it expires; another deadline is behind it.
    /// </summary>
    public sealed class TimerAborted : MachineScenario
    {
        private NotBefore _far;

        /// <inheritdoc/>
        public override string About => "a task is aborted as its deadline passes";

        /// <inheritdoc/>
        public override string Proves => "a cancelled deadline takes no other with it";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _far.Check(world);
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _far = world.Name(new NotBefore(new Delay().Until(20), Clock, 20), "far");
            long near = Executor.Spawn(world.Name(new NotBefore(new Delay().Until(10), Clock, 10), "near"));
            Executor.Spawn(_far);
            Executor.Spawn(world.Name(new Aborts(new Yield(), Executor, near), "aborter"));
            Clock.Moves(world, Parker, 10, 20);
        }
    }

    /// <summary>A second task polls the delay that a race of the first one keeps, pushes its waker out and ends.</summary>
    public sealed class EvictedTimer : MachineScenario
    {
        private NotBefore _stays;

        /// <inheritdoc/>
        public override string About => "a task that ends pushes the waker of another out of a timer";

        /// <inheritdoc/>
        public override string Proves => "a waker that is pushed out is woken, by a timer too";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _stays.Check(world);
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Delay delay = world.Name(new Delay().Until(10), "delay");
            _stays = world.Name(new NotBefore(new KeptByARace(delay), Clock, 10), "stays");
            Executor.Spawn(_stays);

            // The time moves on only once the delay was pushed out, so that it is not ready for the other.
            Register polled = world.Register("polled");
            Executor.Spawn(world.Name(new PollsOnce(delay, polled), "passes"));
            Clock.MovesOnce(world, Parker, 10, polled);
        }
    }

    /// <summary>Two deadlines; the alarm is armed for the nearer and then for the other.</summary>
    public sealed class TwoTimers : MachineScenario
    {
        private NotBefore _near;
        private NotBefore _far;

        /// <inheritdoc/>
        public override string About => "two deadlines, one alarm";

        /// <inheritdoc/>
        public override string Proves => "no deadline is missed, none is early";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _near.Check(world);
            _far.Check(world);
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _near = world.Name(new NotBefore(new Delay().Until(10), Clock, 10), "near");
            _far = world.Name(new NotBefore(new Delay().Until(20), Clock, 20), "far");
            Executor.Spawn(_far);
            Executor.Spawn(_near);
            Clock.Moves(world, Parker, 10, 15, 25);
        }
    }

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
