namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A task releases a source whose interrupt comes late.</summary>
    public sealed class ReleaseOrEvent : MachineScenario
    {
        private Reactor _reactor;

        /// <inheritdoc/>
        public override string About => "a task releases a source in the moment in which an interrupt raises it";

        /// <inheritdoc/>
        public override string Proves => "a late interrupt does no harm";

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            SourceWait wait = world.Name(_reactor.RegisterOnce(0), "wait");
            Executor.Spawn(world.Name(new Releases(_reactor, wait), "task"));
            world.Callback("irq", () =>
            {
                _reactor.TryRaise(0);
                _reactor.StateOf(0);
            });
        }

        private sealed class Releases : Future
        {
            private readonly Reactor _reactor;
            private readonly SourceWait _wait;

            internal Releases(Reactor reactor, SourceWait wait)
            {
                _reactor = reactor;
                _wait = wait;
            }

            public override Poll Poll(Waker waker)
            {
                _wait.Poll(waker);
                _wait.Cancel();
                _reactor.Release(0);
                return Ready;
            }
        }
    }

    /// <summary>
    /// A wait for a source that was released and registered anew is cancelled late, as the loser of a race is, or polled
    /// once more.
    /// </summary>
    public sealed class ReleasedWaitCancelled : MachineScenario
    {
        private Reactor _reactor;
        private SourceWait _wait;
        private Takes _successor;
        private Register _registered;

        /// <inheritdoc/>
        public override string About => "a wait for a released source is polled and cancelled while its successor waits";

        /// <inheritdoc/>
        public override string Proves => "whoever no longer has a source does not touch it";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_successor.Taken == 1, "the event came to the wait that has the source");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _wait = world.Name(_reactor.Register(0), "wait");
            _registered = world.Register("registered");
            Executor.Spawn(world.Name(new Replaces(this), "task"));
            world.Callback("irq", () => _reactor.Raise(0)).When(() => _registered.Peek == 1);
        }

        private sealed class Replaces : Future
        {
            private readonly ReleasedWaitCancelled _scenario;
            private int _polls;

            internal Replaces(ReleasedWaitCancelled scenario)
            {
                _scenario = scenario;
            }

            public override Poll Poll(Waker waker)
            {
                _polls++;
                _scenario._wait.Poll(waker);
                if (_polls == 1)
                {
                    _scenario._reactor.Release(0);
                    _scenario._successor = new Takes(_scenario._reactor.Register(0), 1);
                    _scenario._registered.Value = 1;
                    waker.Executor.Spawn(_scenario._successor);
                }

                if (_polls < 3)
                {
                    waker.Wake();
                    return Pending;
                }

                _scenario._wait.Cancel();
                return Ready;
            }
        }
    }

    /// <summary>A source is given to another registration, for one event, while an edge for the one before comes late.</summary>
    public sealed class SourceReused : MachineScenario
    {
        private Reactor _reactor;
        private ModelPin _pin;
        private Register _registered;
        private Register _raised;
        private bool _wasReady;
        private bool _wasEarly;

        /// <inheritdoc/>
        public override string About =>
            "an edge comes late for a pin whose source was released and registered anew for one event";

        /// <inheritdoc/>
        public override string Proves => "a raiser reaches its own registration and no later one";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_wasReady, "the new registration had its event");
            world.Expect(!_wasEarly, "and not the one of the registration before");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(1), "reactor");
            _pin = world.Name(new ModelPin(world, "pin", _reactor, 0), "pin");
            _registered = world.Register("registered");
            _raised = world.Register("raised");
            Executor.Spawn(world.Name(new Replaces(this), "task"));
            world.Callback("late", () => _pin.Goes(true));
            world.Interrupt("irq", RaiseNew).When(() => _registered.Peek == 1);
        }

        private void RaiseNew()
        {
            _raised.Value = 1;
            _reactor.Raise(0);
        }

        private sealed class Replaces : Future
        {
            private readonly SourceReused _scenario;
            private SourceWait _successor;

            internal Replaces(SourceReused scenario)
            {
                _scenario = scenario;
            }

            public override Poll Poll(Waker waker)
            {
                if (_successor == null)
                {
                    _scenario._pin.Changed.Poll(waker);
                    _scenario._reactor.Release(0);
                    _successor = _scenario._reactor.RegisterOnce(0);
                    _scenario._registered.Value = 1;
                }

                if (_successor.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _scenario._wasReady = true;
                _scenario._wasEarly = _scenario._raised.Value == 0;
                return Ready;
            }
        }
    }
}
