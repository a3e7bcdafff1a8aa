using System;

namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>The ways into the loop of an executor.</summary>
    internal enum Entry
    {
        Run = 0,
        BlockOn = 1,
        RunUntilIdle = 2,
    }

    /// <summary>Two threads run the same executor; one of them is told so.</summary>
    public sealed class TwoRunsAtOnce : MachineScenario
    {
        private Sole _task;
        private int _refusedMain;
        private int _refusedOther;

        /// <inheritdoc/>
        public override string About => "two threads call Run of one executor";

        /// <inheritdoc/>
        public override string Proves => "one thread at a time runs an executor";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_task.Overlaps == 0, "two threads polled at once");
            world.Expect(_refusedMain + _refusedOther < 2, "both were refused");
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _task = world.Name(new Sole(), "task");
            Executor.Spawn(_task);
            world.Thread("other", () => _refusedOther = Refused());
        }

        /// <inheritdoc/>
        protected override void Run()
        {
            _refusedMain = Refused();
        }

        private int Refused()
        {
            try
            {
                Executor.Run();
                return 0;
            }
            catch (InvalidOperationException)
            {
                return 1;
            }
        }

        private sealed class Sole : Future
        {
            private volatile int _inside;

            internal int Overlaps { get; private set; }

            public override Poll Poll(Waker waker)
            {
                _inside++;
                if (_inside != 1)
                {
                    Overlaps++;
                }

                _inside--;
                return Ready;
            }
        }
    }

    /// <summary>Two executors on two threads; a task of each wakes the task of the other.</summary>
    public sealed class AcrossExecutors : MachineScenario
    {
        private Reactor _reactor;
        private ModelMachine _second;
        private Answers _here;
        private Answers _there;

        /// <inheritdoc/>
        public override string About => "tasks of two executors wake each other";

        /// <inheritdoc/>
        public override string Proves => "a wake may cross between executors";

        /// <inheritdoc/>
        public override void Check(World world)
        {
            world.Expect(_here.Answered == 1 && _there.Answered == 1, "each had one event and gave one");
        }

        /// <inheritdoc/>
        public override string Stuck()
        {
            return base.Stuck() + _second.Stuck();
        }

        /// <inheritdoc/>
        protected override void Arrange(World world)
        {
            _reactor = world.Name(new Reactor(2), "reactor");
            _second = new ModelMachine(world, "second", 1, Clock);
            _here = world.Name(new Answers(_reactor, 0, 1, true), "here");
            _there = world.Name(new Answers(_reactor, 1, 0, false), "there");
            Executor.Spawn(_here);
            _second.Executor.Spawn(_there);
            world.Thread("thread2", () => _second.Executor.Run());
        }

        // Waits for one source and raises another, before or after.
        private sealed class Answers : Future
        {
            private readonly Reactor _reactor;
            private readonly SourceWait _question;
            private readonly int _answer;
            private bool _asksFirst;

            internal Answers(Reactor reactor, int question, int answer, bool asksFirst)
            {
                _reactor = reactor;
                _question = reactor.Register(question);
                _answer = answer;
                _asksFirst = asksFirst;
            }

            internal int Answered { get; private set; }

            public override Poll Poll(Waker waker)
            {
                if (_asksFirst)
                {
                    _asksFirst = false;
                    Answered++;
                    _reactor.Raise(_answer);
                }

                if (_question.Poll(waker) == Pending)
                {
                    return Pending;
                }

                if (Answered == 0)
                {
                    Answered++;
                    _reactor.Raise(_answer);
                }

                return Ready;
            }
        }
    }

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
