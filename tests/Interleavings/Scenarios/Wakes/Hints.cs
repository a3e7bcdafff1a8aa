namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A callback is stopped in the middle of a wake, with the place for its hint in hand, while a task that wakes
    /// itself goes round the ring. Then the callback sets the head back.
    /// </summary>
    public sealed class HeadSetBack : MachineScenario
    {
        private const int Rounds = 3;

        private Reactor _reactor;
        private Takes _slow;
        private Takes _busy;
        private Takes _patient;

        /// <inheritdoc/>
        public override string About =>
            "a callback stopped in the middle of a wake sets the head of the hints far back";

        /// <inheritdoc/>
        public override string Proves => "the ring of hints recovers from any value";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_slow.Taken == 1, "the callback's event is delivered once");
            world.Expect(_busy.Taken == Rounds, "the busy task goes on");
            world.Expect(_patient.Taken == 1, "so does the one whose event comes when all others have ended");
        }

        /// <inheritdoc/>
        protected override int Capacity => 3;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _slow = world.Name(new Takes(_reactor.Register(0), 1), "slow");
            _busy = world.Name(new Takes(new Yield(), Rounds), "busy");
            Executor.Spawn(_slow);
            _patient = world.Name(new Takes(_reactor.Register(1), 1), "patient");
            Executor.Spawn(_busy);
            Executor.Spawn(_patient);
            world.Callback("callback", () => _reactor.Raise(0));

            // Comes only to an executor that sleeps after all that: one that chases the head for ever does not.
            Parker.OnPark = RaiseAtTheEnd;
        }

        private void RaiseAtTheEnd()
        {
            if (_slow.Taken == 1)
            {
                _reactor.Raise(1);
            }
            else
            {
                Parker.OnPark = RaiseAtTheEnd;
            }
        }
    }

    /// <summary>
    /// A callback wakes at any moment and leaves no hint, as it finds the flag set by another wake whose hint was lost: what
    /// remains is the flag of the slot and NeedRun.
    /// </summary>
    [Case(0, 1, false)]
    [Case(0, 1, true)]
    [Case(7, 8, false)]
    [Case(8, 9, true)]
    [Case(0, 17, false)]
    [Case(31, 64, false)]
    public sealed class WakeWithoutHint(int slot, int capacity, bool timed) : MachineScenario
    {
        private Flagged _task;

        /// <inheritdoc/>
        public override string About => timed
            ? "a wake without a hint while the executor goes to sleep until a deadline"
            : "a wake without a hint while the executor goes to sleep";

        /// <inheritdoc/>
        public override string Proves => "hints only save the search: the flags are the truth";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Readies == 1, "the task was ready " + _task.Readies + " times");
        }

        /// <inheritdoc/>
        protected override int Capacity => timed ? capacity + 1 : capacity;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new Flagged(world, "task", 1), "task");
            if (timed)
            {
                // The deadline never comes in here: without the wake the park has no end.
                Executor.Spawn(new StopsWith(_task, Executor));
                Executor.Spawn(new Delay().Until(Duration.Hour));
            }
            else
            {
                SpawnAt(slot, _task);
                SpawnUpTo(capacity);
            }

            world.Callback("callback", () =>
            {
                _task.Waker.IsSet = true;
                _task.RaiseFirst();
            }).When(() => _task.Asked);
        }

        private sealed class StopsWith : Future
        {
            private readonly Future _inner;
            private readonly Executor _executor;

            internal StopsWith(Future inner, Executor executor)
            {
                _inner = inner;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (_inner.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _executor.Stop();
                return Ready;
            }
        }
    }

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
