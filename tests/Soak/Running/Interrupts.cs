using NanoExecutor.Boards.Virtual;
using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>What comes at random, in the middle of whatever runs, until the world ends.</summary>
    internal static class Interrupts
    {
        private const long SlowEvent = Duration.Minute;

        public static void Start(World world)
        {
            foreach (Facility facility in world.Facilities)
            {
                new Interrupt(world, facility.Pace, facility.Interrupt).Next();
            }

            // An end of something, asked for by another thread.
            new Interrupt(world, (10_000, 1_000_000), () =>
            {
                if (world.Endable.Count > 0)
                {
                    world.Endable[world.Chance.Below(world.Endable.Count)]();
                }
            }).Next();

            // A wake that means nothing, through a waker that may be long out of date.
            new Interrupt(world, (10_000, 1_000_000), () =>
            {
                Node node = world.Nodes[world.Chance.Below(world.Nodes.Count)];
                node.Waker?.Wake();
            }).Next();

            // An end of the run.
            new Interrupt(world, (100_000, SlowEvent), world.Executor.Stop).Next();

            // A storm: many at once.
            new Interrupt(world, (Duration.Second, SlowEvent), () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    world.Facilities[world.Chance.Below(world.Facilities.Count)].Interrupt();
                }
            }).Next();
        }

        private sealed class Interrupt(World world, (long Shortest, long Longest) pace, Action act) : ScriptedInterrupt
        {
            public void Next()
            {
                world.Clock.Schedule(world.Clock.Time + world.Chance.Duration(pace.Shortest, pace.Longest), this);
            }

            protected override void Fire()
            {
                if (!world.IsEnding)
                {
                    act();
                    Next();
                }
            }
        }
    }
}
