namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A join waits for events that come at once, and after that for as many again.</summary>
    [Case(2, 1)]
    [Case(2, 2)]
    [Case(3, 1)]
    public sealed class JoinOfEvents(int children, int rounds) : MachineScenario
    {
        private Reactor _reactor;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "events come at once into a join";

        /// <inheritdoc/>
        public override string Proves => "a flag of a child tells whoever polled the join last";

        /// <inheritdoc/>
        public override int MaxPreemptions => children + rounds == 3 ? 3 : 1;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == rounds, "the join is complete in each round");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register taken = world.Register("taken");
            _reactor = world.Name(new Reactor(children), "reactor");
            Future[] events = new Future[children];
            for (int child = 0; child < children; child++)
            {
                events[child] = _reactor.Register(child);
            }

            _task = world.Name(new Takes(new Counting(new Join(events), taken), rounds), "task");
            Executor.Spawn(_task);
            for (int child = 0; child < children; child++)
            {
                int source = child;
                if (rounds == 1)
                {
                    world.Callback("irq" + child, () => _reactor.Raise(source));
                }
                else
                {
                    world.Thread("irq" + child, () => RaiseEach(source, taken));
                }
            }
        }

        private void RaiseEach(int source, Register taken)
        {
            for (int round = 0; round < rounds; round++)
            {
                taken.WaitFor(round);
                _reactor.Raise(source);
            }
        }
    }

    /// <summary>Two events race; the loser is cancelled and must not be lost.</summary>
    public sealed class RaceOfEvents : MachineScenario
    {
        private Reactor _reactor;
        private Race _race;
        private Takes _task;

        /// <inheritdoc/>
        public override string About => "two events come at once into a race";

        /// <inheritdoc/>
        public override string Proves => "a race delivers one and keeps the other";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Taken == 2, "each event has won once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _race = world.Name(new Race(_reactor.Register(0), _reactor.Register(1)), "race");
            _task = world.Name(new Takes(_race, 2), "task");
            Executor.Spawn(_task);
            world.Callback("one", () => _reactor.Raise(0));
            world.Callback("two", () => _reactor.Raise(1));
        }
    }

    /// <summary>
    /// Events come one after another into a race, each once the one before has won: the same child twice, one before
    /// the last winner, one behind it.
    /// </summary>
    [Case("00", 2, Losers.Cancel)]
    [Case("00", 2, Losers.Keep)]
    [Case("110", 2, Losers.Cancel)]
    [Case("0120", 3, Losers.Keep)]
    [Case("210", 3, Losers.Cancel)]
    public sealed class RaceInTurn(string winners, int children, Losers losers) : MachineScenario
    {
        private Reactor _reactor;
        private Wins _task;

        /// <inheritdoc/>
        public override string About => "events come into a race, each once the one before has won";

        /// <inheritdoc/>
        public override string Proves => "every child is looked at, whoever won last";

        /// <inheritdoc/>
        public override int MaxPreemptions => 2;

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Won == winners.Length, "each event has won once");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            Register won = world.Register("won");
            _reactor = world.Name(new Reactor(children), "reactor");
            Future[] events = new Future[children];
            for (int child = 0; child < children; child++)
            {
                events[child] = _reactor.Register(child);
            }

            _task = world.Name(new Wins(world, new Race(losers, events), winners, won), "task");
            Executor.Spawn(_task);
            world.Thread("irq", () =>
            {
                for (int turn = 0; turn < winners.Length; turn++)
                {
                    won.WaitFor(turn);
                    _reactor.Raise(winners[turn] - '0');
                }
            });
        }

        private sealed class Wins : Future
        {
            private readonly World _world;
            private readonly Race _race;
            private readonly string _winners;
            private readonly Register _won;

            internal Wins(World world, Race race, string winners, Register won)
            {
                _world = world;
                _race = race;
                _winners = winners;
                _won = won;
            }

            internal int Won { get; private set; }

            public override Poll Poll(Waker waker)
            {
                while (Won < _winners.Length)
                {
                    if (_race.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    _world.Expect(_race.Winner == _winners[Won] - '0', "another child won than the one whose event came");
                    Won++;
                    _won.Value = Won;
                }

                return Ready;
            }
        }
    }
}
