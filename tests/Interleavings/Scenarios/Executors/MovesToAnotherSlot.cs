namespace NanoExecutor.Interleavings.Scenarios
{
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
