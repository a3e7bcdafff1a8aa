namespace NanoExecutor.Interleavings.Scenarios
{
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
