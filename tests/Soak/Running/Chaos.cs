using NanoExecutor.Boards.Virtual;
using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>
    /// The task that aborts others at any point, moves them to other slots and other executors, and makes them tasks
    /// again; and that takes what it can get without waiting.
    /// </summary>
    internal sealed class Chaos(World world) : Future
    {
        private readonly Delay _delay = new();
        private bool _waits;

        public long Aborts { get; private set; }

        public long Moves { get; private set; }

        public override Poll Poll(Waker waker)
        {
            world.Passer = waker;
            while (!world.IsEnding)
            {
                if (!_waits)
                {
                    _waits = true;
                    _delay.For(world.Chance.Duration(5_000, 1_000_000));
                }

                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _waits = false;
                SoakTask task = Any();
                if (world.Chance.OneIn(3))
                {
                    Move(task);
                }
                else
                {
                    Abort(task);
                }

                world.Facilities[world.Chance.Below(world.Facilities.Count)].Try();
            }

            _delay.Cancel();
            return Ready;
        }

        private SoakTask Any()
        {
            return world.Tasks[world.Chance.Below(world.Tasks.Count)];
        }

        private void Abort(SoakTask task)
        {
            Aborts++;
            BrokenException.Unless(task.Executor.Abort(task.Handle), task, "Abort did not find its task");
            task.SpawnIn(task.Executor);
        }

        // Two change their slots, for a vacant slot is given to the next that comes; and maybe their executors.
        private void Move(SoakTask task)
        {
            Moves++;
            SoakTask other = Any();
            Take(task);
            if (other != task)
            {
                Take(other);
            }

            Spawn(task);
            if (other != task)
            {
                Spawn(other);
            }
        }

        private void Spawn(SoakTask task)
        {
            bool stays = !task.Roams || world.Chance.OneIn(2);
            task.SpawnIn(
                stays ? task.Executor : task.Executor == world.Executor ? world.Neighbour : world.Executor);
        }

        private static void Take(SoakTask task)
        {
            BrokenException.Unless(task.Executor.Detach(task.Handle) == task, task, "Take did not find its task");
        }
    }

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
