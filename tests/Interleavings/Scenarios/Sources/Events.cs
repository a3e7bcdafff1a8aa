namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>An event comes while the future that waits for it is polled for the first time.</summary>
    public sealed class RegisterThenCheck : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "an event comes while its future stores the waker and looks at the ready bit";

        /// <inheritdoc/>
        public override string Proves => "register, then check";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the event is delivered once");
            world.Expect(_reactor.StateOf(0) == SourceState.Finished, "a source of one event is finished then");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _task = world.Name(new Takes(_reactor.RegisterOnce(0), 1), "task");
            Executor.Spawn(_task);
            world.Callback("irq", () => _reactor.Raise(0));
        }
    }

    /// <summary>
    /// A pin changes twice, the second time while the task takes the first edge, and that callback is interrupted in
    /// turn. The task must not miss the last level.
    /// </summary>
    public sealed class TwoEdges : MachineScenario
    {
        private Reactor _reactor;
        private Pin _pin;

        /// <inheritdoc/>
        public override string About => "a second edge comes while the task takes the first and looks at the pin";

        /// <inheritdoc/>
        public override string Proves => "the flag is cleared before looking at what happened";

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _pin = world.Name(new Pin(), "pin");
            Executor.Spawn(world.Name(new UntilLevel(_reactor.Register(0), _pin, 2), "task"));
            world.Callback("edges", () =>
            {
                _pin.Level = 1;
                _reactor.Raise(0);
                _pin.Level = 2;
                _reactor.Raise(0);
            });
        }
    }

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

    /// <summary>A contact bounces: the source of one event is raised twice while its task takes the event.</summary>
    public sealed class RaisedTwice : MachineScenario
    {
        private SourceWait _wait;
        private TakesTwice _task;

        /// <inheritdoc/>
        public override string About => "the source of one event is raised twice";

        /// <inheritdoc/>
        public override string Proves => "one event is delivered of a source that has one";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "it was taken once");
            world.Expect(_task.Refused, "and whoever awaits it again is told that it is over");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register raised = world.Register("raised");
            Reactor reactor = world.Name(new Reactor(1), "reactor");
            _wait = reactor.RegisterOnce(0);
            _task = world.Name(new TakesTwice(_wait, raised), "task");
            Executor.Spawn(_task);
            world.Thread("irq", () =>
            {
                reactor.TryRaise(0);
                reactor.TryRaise(0);
                raised.Value = 1;
            });
        }

        private sealed class TakesTwice : Future
        {
            private readonly SourceWait _wait;
            private readonly Register _raised;

            internal TakesTwice(SourceWait wait, Register raised)
            {
                _wait = wait;
                _raised = raised;
            }

            internal int Taken { get; private set; }

            internal bool Refused { get; private set; }

            public override Poll Poll(Waker waker)
            {
                if (_wait.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Taken++;
                _raised.WaitFor(1);
                try
                {
                    Taken += _wait.Poll(waker) == Ready ? 1 : 0;
                }
                catch (System.InvalidOperationException)
                {
                    Refused = true;
                }

                return Ready;
            }
        }
    }
}
