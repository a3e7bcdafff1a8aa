namespace NanoExecutor.Interleavings.Scenarios
{
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
}
