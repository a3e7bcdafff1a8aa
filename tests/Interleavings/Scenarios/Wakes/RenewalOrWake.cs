namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task that wakes itself at each poll, one whose hint was lost, which the executor therefore renews while it is busy,
    /// and a wake for a third at that moment. The third is in the group that is looked at first.
    /// </summary>
    public sealed class RenewalOrWake : MachineScenario
    {
        private const int Lost = 0;
        private const int Woken = 8;

        // The busy one's poll before the batch after which hints are renewed for the first time, with 16 places.
        private const int Before = 445;
        private const int Window = 6;

        private Takes _woken;

        /// <inheritdoc/>
        public override string About => "a task is woken while a busy executor looks for hints that were lost";

        /// <inheritdoc/>
        public override string Proves => "the look of a busy executor loses no wake that comes while it looks";

        /// <inheritdoc/>
        public override int MaxPreemptions => 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_woken.Taken == 1, "the event is delivered");
        }

        /// <inheritdoc/>
        protected override int Capacity => Woken + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register begun = world.Register("begun");
            Register raised = world.Register("raised");
            Reactor reactor = world.Name(new Reactor(2), "reactor");
            _woken = world.Name(new Takes(reactor.Register(0), 1), "woken");
            SpawnAt(Lost, world.Name(new Takes(reactor.Register(1), 1), "lost"));
            SpawnAt(1, world.Name(new Busy(this, reactor, begun, raised), "busy"));
            SpawnAt(Woken, _woken);
            world.Thread("irq", () =>
            {
                begun.WaitFor(1);
                reactor.Raise(0);
                raised.Value = 1;
            });
        }

        private sealed class Busy : Future
        {
            private readonly RenewalOrWake _scenario;
            private readonly Reactor _reactor;
            private readonly Register _begun;
            private readonly Register _raised;
            private int _round;

            internal Busy(RenewalOrWake scenario, Reactor reactor, Register begun, Register raised)
            {
                _scenario = scenario;
                _reactor = reactor;
                _begun = begun;
                _raised = raised;
            }

            public override Poll Poll(Waker waker)
            {
                _round++;
                if (_round == Before)
                {
                    // As a thread does that is stopped in the middle of a wake.
                    WakeProtocol protocol = _scenario.Executor.Protocol;
                    int head = protocol.Head;
                    _reactor.Raise(1);
                    protocol.Head = head;
                    _begun.Value = 1;
                }

                if (_round == Before + Window)
                {
                    _raised.WaitFor(1);
                    return Ready;
                }

                waker.Wake();
                return Pending;
            }
        }
    }
}
