using NanoExecutor.Boards.Virtual;
using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>
    /// All there is in one run, made from its seed: a simulated machine, what tasks share, and the tasks.
    /// </summary>
    internal sealed class World
    {
        private const int SpareSlots = 64;
        private const int TimersPerTask = 32;
        private const int PollsPerStranger = 50;

        public World(Options options)
        {
            Options = options;
            Chance = new Chance(options.Seed);
            Clock = new VirtualClock(256);
            int slots = options.Tasks + SpareSlots;
            Executor = new Executor(
                slots, slots * TimersPerTask, Clock, new VirtualAlarm(Clock), new VirtualParker(Clock));
            Facilities = Catalog.All(this);
            Tree tree = new(this);
            for (int i = 0; i < options.Tasks; i++)
            {
                Tasks.Add(new SoakTask(this, tree));
            }
        }

        public Options Options { get; }

        public Chance Chance { get; }

        public VirtualClock Clock { get; }

        public Executor Executor { get; }

        public IReadOnlyList<Facility> Facilities { get; }

        public List<SoakTask> Tasks { get; } = [];

        /// <summary>Every node of every tree.</summary>
        public List<Node> Nodes { get; } = [];

        /// <summary>Ways to ask for an end of something.</summary>
        public List<Action> Endable { get; } = [];

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
    }
}
