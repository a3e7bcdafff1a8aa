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

    /// <summary>
    /// A task of any kind is taken out and spawned again in another slot of its executor, once or twice, while what it
    /// waits for comes.
    /// </summary>
    [Case(Made.Source)]
    [Case(Made.Join)]
    [Case(Made.KeepingRace)]
    [Case(Made.Timeout)]
    [Case(Made.Deadline)]
    [Case(Made.Sequence)]
    [Case(Made.RetryPausing)]
    [Case(Made.Cancellable)]
    [Case(Made.Nested)]
    [Case(Made.Debounced)]
    public sealed class MovesToAnotherSlot : MachineScenario
    {
        private const int Rounds = 2;

        private readonly Made _made;
        private Reactor _reactor;
        private ModelPin _pin;
        private Takes _task;
        private long _handle;

        /// <summary>For one kind of task.</summary>
        /// <param name="made">What it is made of.</param>
        internal MovesToAnotherSlot(Made made)
        {
            _made = made;
        }

        /// <inheritdoc/>
        public override string About => "a task of any kind is moved to another slot of its executor";

        /// <inheritdoc/>
        public override string Proves => "a future that was taken out goes on where it is spawned again";

        /// <inheritdoc/>
        public override int MaxPreemptions => 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "what it waited for came once");
            world.Expect(Executor.Timers.Count == 0, "no timer is left");
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register moves = world.Register("moves");
            _reactor = world.Name(new Reactor(2), "reactor");
            _pin = world.Name(new ModelPin(world, "pin", _reactor, 1), "pin");
            _task = world.Name(new Takes(MadeOf.New(_made, _reactor.Register(0), _pin), 1), "task");
            _handle = Executor.Spawn(_task);
            Executor.Spawn(world.Name(new Mover(this, world), "mover"));
            world.Callback("irq", () =>
            {
                _reactor.Raise(0);
                _pin.Goes(true);
                moves.Value = 1;
            });
            Clock.Follows(world, Parker, moves);
        }

        private sealed class Mover : Future
        {
            private readonly MovesToAnotherSlot _scenario;
            private readonly World _world;
            private readonly Moves _moves = new Moves();
            private int _round;

            internal Mover(MovesToAnotherSlot scenario, World world)
            {
                _scenario = scenario;
                _world = world;
            }

            public override Poll Poll(Waker waker)
            {
                if (_round == Rounds || !waker.Executor.IsAlive(_scenario._handle))
                {
                    return Ready;
                }

                _round++;
                if (_world.Choose("move", 2) == 1)
                {
                    _scenario._handle = _moves.Strike(waker.Executor, _scenario._task, _scenario._handle, true);
                }

                waker.Wake();
                return Pending;
            }
        }
    }
}
