namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task that wakes itself at each poll shares the executor with one that waits for events, whose hint the two
    /// wakes may overwrite for each other.
    /// </summary>
    /// <param name="neighbour">The slot of the one that waits.</param>
    /// <param name="busy">The slot of the other.</param>
    /// <param name="events">Events that come.</param>
    /// <param name="before">
    /// Polls before the first: after about 70 a busy executor looks for lost hints for the first time, while the one of the
    /// event stands in the queue.
    /// </param>
    [Case(0, 1, 1, 0)]
    [Case(0, 1, 2, 0)]
    [Case(7, 8, 1, 0)]
    [Case(0, 32, 1, 0)]
    [Case(0, 1, 2, 68)]
    public sealed class BusyNeighbour(int neighbour, int busy, int events, int before) : MachineScenario
    {
        // Lost hints are looked for after 16 polls a place, at the next look at the clock, which comes after 64 polls at
        // the most.
        private const int RoundsPerSlot = 32;
        private const int RoundsPerTick = 64;
        private const int RoundsBefore = 3;

        private Reactor _reactor;
        private Takes _neighbour;

        /// <inheritdoc/>
        public override string About => "events for a task beside one that wakes itself at each poll";

        /// <inheritdoc/>
        public override string Proves => "a task that wakes itself keeps no other from its turn";

        /// <inheritdoc/>
        public override int MaxPreemptions => events + neighbour + before == 1 ? 3 : 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_neighbour.Taken == events, "each event is delivered once");
        }

        /// <inheritdoc/>
        protected override int Capacity => busy + 1;

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register raised = world.Register("raised");
            Register taken = world.Register("taken");
            _reactor = world.Name(new Reactor(1), "reactor");
            _neighbour = world.Name(new Takes(new Counting(_reactor.Register(0), taken), events), "neighbour");
            SpawnAt(neighbour, _neighbour);
            Register begun = world.Register("begun");
            SpawnAt(busy, world.Name(new Busy(this, world, raised, begun), "busy"));
            world.Thread("irq", () =>
            {
                if (before > 0)
                {
                    begun.WaitFor(1);
                }

                for (int raise = 0; raise < events; raise++)
                {
                    taken.WaitFor(raise);
                    _reactor.Raise(0);
                    raised.Value = raise + 1;
                }
            });
        }

        private sealed class Busy : Future
        {
            private readonly BusyNeighbour _scenario;
            private readonly World _world;
            private readonly Register _raised;
            private readonly Register _begun;
            private readonly int _maxRounds;
            private int _before;
            private int _taken;
            private int _round;

            internal Busy(BusyNeighbour scenario, World world, Register raised, Register begun)
            {
                _scenario = scenario;
                _world = world;
                _raised = raised;
                _begun = begun;
                _before = scenario.Before;
                _maxRounds = RoundsBefore + RoundsPerTick + (RoundsPerSlot * 2 * scenario.Capacity);
            }

            public override Poll Poll(Waker waker)
            {
                if (_before > 0)
                {
                    _before--;
                    if (_before == 0)
                    {
                        _begun.Value = 1;
                    }

                    waker.Wake();
                    return Pending;
                }

                int taken = _scenario._neighbour.Taken;
                if (taken == _scenario.Events)
                {
                    return Ready;
                }

                _round = taken == _taken ? _round + 1 : 0;
                _taken = taken;
                if (_round == RoundsBefore)
                {
                    // From here on it is alone, so that there is not much to explore.
                    _raised.WaitFor(taken + 1);
                }

                _world.Expect(_round < _maxRounds, "the neighbour starves");
                waker.Wake();
                return Pending;
            }
        }

        private int Events => events;

        private int Before => before;
    }
}
