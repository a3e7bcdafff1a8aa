namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The reactor is closed while the waker of the task that waits for a source changes.</summary>
    public sealed class CloseOrEviction : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;

        /// <inheritdoc/>
        public override string About => "the reactor is closed while the waker of its waiter changes";

        /// <inheritdoc/>
        public override string Proves => "closing tells the waker of the latest poll";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_wait.IsClosed, "the wait says that it was cut short");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _wait = world.Name(_reactor.Register(0), "wait");
            Executor.Spawn(world.Name(new PollsOnce(_wait, world.Register("polled")), "passes"));
            Executor.Spawn(world.Name(new Takes(_wait, 1), "stays"));
            world.Thread("closer", () => _reactor.Close());
        }
    }

    /// <summary>
    /// A recurring source is raised while the reactor is closed: the event was either accepted or refused.
    /// </summary>
    public sealed class CloseOrEvent : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;
        private bool _accepted;

        /// <inheritdoc/>
        public override string About => "a source is raised while the reactor is closed";

        /// <inheritdoc/>
        public override string Proves => "an event that closing accepted is delivered";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_wait.IsClosed || _accepted, "the wait ended with an event although it was refused");

            // One that came after the wait had ended is kept for the next.
            world.Expect(
                !_accepted || !_wait.IsClosed || _reactor.StateOf(0) == SourceState.Ready,
                "TryRaise accepted an event that is nowhere");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _wait = world.Name(_reactor.Register(0), "wait");
            Executor.Spawn(world.Name(new Takes(_wait, 1), "task"));
            world.Thread("closer", () => _reactor.Close());
            world.Callback("irq", () => _accepted = _reactor.TryRaise(0));
        }
    }

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

    /// <summary>A thread closes the reactor while the one event of each source comes and is taken.</summary>
    [Case(1)]
    [Case(2)]
    public sealed class CloseWaitsForEvent(int sources) : MachineScenario
    {
        private readonly SourceWait[] _waits = new SourceWait[sources];
        private Reactor _reactor;
        private bool _raised;
        private bool _closedBefore;

        /// <inheritdoc/>
        public override string About =>
            "closing waits for the one event of a source, which comes and is taken meanwhile";

        /// <inheritdoc/>
        public override string Proves => "closing waits for its sources";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            for (int source = 0; source < sources; source++)
            {
                world.Expect(!_waits[source].IsClosed, "no event was lost");
            }

            world.Expect(!_closedBefore, "Close did not return before the event");
        }

        /// <inheritdoc/>
        public override int MaxPreemptions => sources == 1 ? 3 : 2;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(sources), "reactor");
            for (int source = 0; source < sources; source++)
            {
                _waits[source] = world.Name(_reactor.RegisterOnce(source), "wait" + source);
                Executor.Spawn(world.Name(new Takes(_waits[source], 1), "task" + source));
            }

            world.Thread("closer", () =>
            {
                _reactor.Close();
                _closedBefore = !_raised;
            });
            world.Callback("irq", () =>
            {
                for (int source = 0; source < sources; source++)
                {
                    _raised = source == sources - 1;
                    _reactor.Raise(source);
                }
            });
        }
    }
}
