namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The clock passes the deadline while the executor goes to its park.</summary>
    public sealed class DeadlineOrPark : MachineScenario
    {
        private const long Deadline = 10;

        private NotBefore _task;

        /// <inheritdoc/>
        public override string About => "the deadline passes while the executor goes to its park";

        /// <inheritdoc/>
        public override string Proves => "a park for a time that has passed ends at once";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _task.Check(world);
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new NotBefore(new Delay().Until(Deadline), Clock, Deadline), "task");
            Executor.Spawn(_task);
            Clock.Moves(world, Parker, 9, 10);
        }
    }

    /// <summary>The park ends for no reason, at any moment, and again when it should.</summary>
    public sealed class EarlyUnpark : MachineScenario
    {
        private const long Deadline = 10;

        private NotBefore _task;

        /// <inheritdoc/>
        public override string About => "a park ends early as well as in time";

        /// <inheritdoc/>
        public override string Proves => "only the clock decides whether a deadline has passed";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _task.Check(world);
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new NotBefore(new Delay().Until(Deadline), Clock, Deadline), "task");
            Executor.Spawn(_task);
            world.Interrupt("early", Parker.Unpark);
            Clock.Moves(world, Parker, 10);
        }
    }

    /// <summary>A deadline so near that the executor awaits it awake, with a wake on top.</summary>
    public sealed class NearDeadline : MachineScenario
    {
        private Reactor _reactor;
        private NotBefore _delay;
        private Takes _event;

        /// <inheritdoc/>
        public override string About => "a near deadline is awaited awake while an event comes";

        /// <inheritdoc/>
        public override string Proves => "idling is a policy of the board, and loses nothing";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            _delay.Check(world);
            world.Expect(_event.Taken == 1, "the event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Parker.NearDeadline = 5;
            _reactor = world.Name(new Reactor(1), "reactor");
            _delay = world.Name(new NotBefore(new Delay().Until(8), Clock, 8), "delay");
            _event = world.Name(new Takes(_reactor.Register(0), 1), "event");
            Executor.Spawn(_delay);
            Executor.Spawn(_event);
            Clock.Moves(world, Parker, 4, 8);
            world.Interrupt("irq", () => _reactor.Raise(0));
        }
    }

    /// <summary>A delay, and what the clock showed when it was ready.</summary>
    internal sealed class NotBefore : Future
    {
        private const long Never = -1;

        private readonly Future _delay;
        private readonly ModelClock _clock;
        private readonly long _deadline;

        internal NotBefore(Future delay, ModelClock clock, long deadline)
        {
            _delay = delay;
            _clock = clock;
            _deadline = deadline;
        }

        internal long ReadyAt { get; private set; } = Never;

        public override Poll Poll(Waker waker)
        {
            if (_delay.Poll(waker) == Pending)
            {
                return Pending;
            }

            ReadyAt = _clock.Peek;
            return Ready;
        }

        public override void Cancel()
        {
            _delay.Cancel();
        }

        public override void Detach()
        {
            _delay.Detach();
        }

        internal void Check(World world)
        {
            world.Expect(ReadyAt >= _deadline, "a delay until " + _deadline + " was ready at " + ReadyAt);
        }
    }
}
