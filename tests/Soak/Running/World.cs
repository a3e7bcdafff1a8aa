using NanoExecutor.Boards.Virtual;
using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>What a run is made from.</summary>
    /// <param name="Seed">All that is random follows from it.</param>
    /// <param name="Minutes">How long, of simulated time.</param>
    /// <param name="Tasks">How many; 0 for a world of any kind, as the seed says.</param>
    /// <param name="Sabotage">What it does wrong on purpose.</param>
    internal sealed record Options(ulong Seed, int Minutes, int Tasks, Sabotage Sabotage = Sabotage.None);

    /// <summary>What a run does wrong on purpose, now and then, to show that the soak would find it.</summary>
    internal enum Sabotage
    {
        None,

        /// <summary>A future that waits is no longer told.</summary>
        LoseWake,

        /// <summary>An item disappears from a channel.</summary>
        LoseItem,

        /// <summary>An item is sent twice.</summary>
        RepeatItem,

        /// <summary>A task that is aborted leaves what it waits for.</summary>
        LeaveWaiter,
    }

    /// <summary>Shows the time of another clock in steps.</summary>
    internal sealed class CoarseClock(Clock clock, long step) : Clock
    {
        public override long Now => clock.Now / step * step;

        public override long Resolution => step;
    }

    /// <summary>
    /// All there is in one run, made from its seed: a simulated machine, what tasks share, and the tasks.
    /// </summary>
    /// <remarks>
    /// Of a world in which each can have nearly everything for itself little is learnt about who comes first. So half of
    /// them are small: a few tasks and one to three things, for which they meet all the time.
    /// </remarks>
    internal sealed class World
    {
        private const int ManyTasks = 64;
        private const int MaxFewTasks = 6;
        private const int SpareSlots = 64;
        private const int PollsPerStranger = 50;

        public World(Options options)
        {
            Options = options;
            Chance = new Chance(options.Seed);
            Clock = new VirtualClock(256);
            IsSmall = options.Tasks > 0 ? options.Tasks <= MaxFewTasks : Chance.OneIn(2);
            int tasks = options.Tasks > 0 ? options.Tasks : IsSmall ? Chance.Between(2, MaxFewTasks) : ManyTasks;
            Resolution = Chance.OneIn(4) ? Chance.Between(2, 2000) : 1;
            TaskClock = Resolution == 1 ? Clock : new CoarseClock(Clock, Resolution);
            int slots = tasks + SpareSlots;
            Executor = NewExecutor(slots);
            Neighbour = NewExecutor(slots);
            Facilities = Catalog.For(this);
            bool someRoam = Chance.OneIn(2);
            for (int i = 0; i < tasks; i++)
            {
                bool roams = someRoam && Chance.OneIn(4);
                Tasks.Add(new SoakTask(this, new Tree(this, roams), roams));
            }
        }

        public Options Options { get; }

        public Chance Chance { get; }

        /// <summary>Whether it has a few tasks and a few things only.</summary>
        public bool IsSmall { get; }

        public VirtualClock Clock { get; }

        /// <summary>The clock that the executors read.</summary>
        public Clock TaskClock { get; }

        /// <summary>Its step, µs.</summary>
        public long Resolution { get; }

        public Executor Executor { get; }

        /// <summary>A second one, which runs what it has whenever the first has nothing to do.</summary>
        public Executor Neighbour { get; }

        public IReadOnlyList<Facility> Facilities { get; }

        public List<SoakTask> Tasks { get; } = [];

        /// <summary>Every node of every tree.</summary>
        public List<Node> Nodes { get; } = [];

        /// <summary>Ways to ask for an end of something.</summary>
        public List<Action> Endable { get; } = [];

        /// <summary>Whether more than half of the time is over: some things are closed then.</summary>
        public bool IsPastHalf => 2 * Clock.Time > Options.Minutes * Duration.Minute;

        /// <summary>Tasks end with what they are at, and interrupts come no more.</summary>
        public bool IsEnding { get; set; }

        /// <summary>The waker of the task that polls what is not its own; null before its first poll.</summary>
        public Waker? Passer { get; set; }

        /// <summary>That waker, once in so many calls.</summary>
        public Waker? Stranger()
        {
            return Chance.OneIn(PollsPerStranger) ? Passer : null;
        }

        /// <summary>Whether to do something wrong now, if that is asked for.</summary>
        public bool Sabotages(Sabotage what)
        {
            return Options.Sabotage == what && Chance.OneIn(1000);
        }

        /// <summary>Runs both executors until neither has anything to do.</summary>
        public void RunUntilIdle()
        {
            // A stop may be under way, which ends the first of these before it has begun.
            Executor.RunUntilIdle();
            Neighbour.RunUntilIdle();
            Executor.RunUntilIdle();
        }

        /// <summary>When nothing runs: looks at everything.</summary>
        public void CheckQuiet()
        {
            foreach (Facility facility in Facilities)
            {
                facility.CheckQuiet();
            }

            foreach (Node node in Nodes)
            {
                node.CheckQuiet();
            }
        }

        private Executor NewExecutor(int slots)
        {
            Executor executor = new(slots, new SoakMachine(Clock, TaskClock));
            executor.Timing = Chance.OneIn(2);
            if (Chance.OneIn(3))
            {
                executor.Parker.NearDeadline = Chance.Duration(1, 1_000);
                executor.Parker.GiveWayAfter = Chance.Duration(1, 1_000);
            }

            return executor;
        }

        private sealed class SoakMachine(VirtualClock time, Clock shown) : Machine(shown)
        {
            protected override Parker NewParker()
            {
                return new VirtualParker(time);
            }
        }
    }
}
