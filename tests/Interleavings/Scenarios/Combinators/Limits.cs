namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>An event comes as its time runs out.</summary>
    public sealed class TimeoutOrEvent : MachineScenario
    {
        private Reactor _reactor;
        private WithTimeout _limited;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "an event comes as its time runs out";

        /// <inheritdoc/>
        public override string Proves => "an event that came too late is there for the next wait";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the wait has ended");
            world.Expect(
                _limited.TimedOut == (_reactor.StateOf(0) == SourceState.Ready),
                "the event was delivered, or it is still there");
            world.Expect(!_limited.TimedOut || Clock.Peek >= 10, "it was not cut short");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _limited = world.Name(new WithTimeout(_reactor.Register(0), 10), "limited");
            _task = world.Name(new Takes(_limited, 1), "task");
            Executor.Spawn(_task);
            world.Callback("irq", () => _reactor.Raise(0));
            Clock.Moves(world, Parker, 10);
        }
    }

    /// <summary>A request to end comes with the event.</summary>
    public sealed class CancellationOrEvent : MachineScenario
    {
        private Reactor _reactor;
        private WithCancellation _bound;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "a request to end comes together with the event";

        /// <inheritdoc/>
        public override string Proves => "a request from any thread ends the wait, and loses no event";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 1, "the wait has ended");
            world.Expect(_bound.IsRequested, "the request stays, even if the event came first");
            world.Expect(
                _bound.WasCancelled == (_reactor.StateOf(0) == SourceState.Ready),
                "the event was delivered, or it is still there");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _bound = world.Name(new WithCancellation(_reactor.Register(0)), "bound");
            _task = world.Name(new Takes(_bound, 1), "task");
            Executor.Spawn(_task);
            world.Callback("irq", () => _reactor.Raise(0));
            world.Callback("request", () => _bound.Request());
        }
    }

    /// <summary>
    /// A request to end is looked at several times, taken back, and made once more by the same thread: alone, or by
    /// ending another future.
    /// </summary>
    [Case(1, false)]
    [Case(3, false)]
    [Case(1, true)]
    [Case(2, true)]
    public sealed class CancellationAgain(int looks, bool bounds) : MachineScenario
    {
        private CancellationWait _wait;
        private WithCancellation _bound;
        private Looks _task;

        /// <inheritdoc/>
        public override string About => "a request to end is looked at more than once, taken back and made again";

        /// <inheritdoc/>
        public override string Proves => "a request stays until it is taken back, and the next one counts again";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Readies == 2 * looks, "each look at each of the two requests was ready");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register cleared = world.Register("cleared");
            _wait = world.Name(new CancellationWait(), "wait");
            _bound = world.Name(new WithCancellation(new NeverFuture()), "bound");
            _task = world.Name(new Looks(this, world, cleared), "task");
            Executor.Spawn(_task);
            world.Thread("requests", () =>
            {
                Request();
                cleared.WaitFor(1);
                Request();
            });
        }

        private Future Awaited()
        {
            return bounds ? _bound : _wait;
        }

        private bool IsRequested()
        {
            return bounds ? _bound.IsRequested : _wait.IsRequested;
        }

        private void Request()
        {
            if (bounds)
            {
                _bound.Request();
            }
            else
            {
                _wait.Request();
            }
        }

        private void Clear()
        {
            if (bounds)
            {
                _bound.Clear();
            }
            else
            {
                _wait.Clear();
            }
        }

        private int LooksAtEach()
        {
            return looks;
        }

        private sealed class Looks : Future
        {
            private readonly CancellationAgain _scenario;
            private readonly World _world;
            private readonly Register _cleared;

            internal Looks(CancellationAgain scenario, World world, Register cleared)
            {
                _scenario = scenario;
                _world = world;
                _cleared = cleared;
            }

            internal int Readies { get; private set; }

            public override Poll Poll(Waker waker)
            {
                int each = _scenario.LooksAtEach();
                while (Readies < 2 * each)
                {
                    if (_scenario.Awaited().Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    Readies++;
                    _world.Expect(_scenario.IsRequested(), "the request stays");
                    if (Readies == each)
                    {
                        _scenario.Clear();
                        _world.Expect(!_scenario.IsRequested(), "it was taken back");
                        _cleared.Value = 1;
                    }
                }

                return Ready;
            }
        }
    }
}
