namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A task that wakes itself at each poll shares the executor with one that waits for an event, whose hint the two
    /// wakes may overwrite for each other.
    /// </summary>
    public sealed class BusyNeighbour : MachineScenario
    {
        // Lost hints are looked for after 16 polls a place, of which there are 2, at the next look at the clock, which
        // comes after 64 polls at the most.
        private const int MostRounds = 100;
        private const int RoundsBefore = 3;

        private Reactor _reactor;
        private Takes _neighbour;

        /// <inheritdoc/>
        public override string About => "an event for a task beside one that wakes itself at each poll";

        /// <inheritdoc/>
        public override string Proves => "a task that wakes itself keeps no other from its turn";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_neighbour.Taken == 1, "the event is delivered once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register raised = world.Register("raised");
            _reactor = world.Name(new Reactor(1), "reactor");
            _neighbour = world.Name(new Takes(_reactor.Register(0), 1), "neighbour");
            Executor.Spawn(_neighbour);
            Executor.Spawn(world.Name(new Busy(world, _neighbour, raised), "busy"));
            world.Callback("irq", () =>
            {
                _reactor.Raise(0);
                raised.Value = 1;
            });
        }

        private sealed class Busy : Future
        {
            private readonly World _world;
            private readonly Takes _neighbour;
            private readonly Register _raised;
            private int _round;

            internal Busy(World world, Takes neighbour, Register raised)
            {
                _world = world;
                _neighbour = neighbour;
                _raised = raised;
            }

            public override Poll Poll(Waker waker)
            {
                if (_neighbour.Taken == 1)
                {
                    return Ready;
                }

                if (++_round == RoundsBefore)
                {
                    // From here on it is alone, so that there is not much to explore.
                    _raised.WaitFor(1);
                }

                _world.Expect(_round < RoundsBefore + MostRounds, "the neighbour starves");
                waker.Wake();
                return Pending;
            }
        }
    }
}
