using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
    /// <summary>
    /// What the tasks of a world share: each kind, in each of its policies, with room for one and for more.
    /// </summary>
    internal static class Catalog
    {
        private const int MaxFew = 3;

        /// <summary>All of it, or delays and a few others for a small world.</summary>
        public static IReadOnlyList<Facility> For(World world)
        {
            List<Facility> all = [.. All(world)];
            if (!world.IsSmall)
            {
                return all;
            }

            List<Facility> few = [all[0]];
            for (int i = world.Chance.Between(1, MaxFew); i > 0; i--)
            {
                int chosen = world.Chance.Between(1, all.Count - 1);
                few.Add(all[chosen]);
                all.RemoveAt(chosen);
            }

            return few;
        }

        private static Facility[] All(World world)
        {
            return
            [
                new Delays(world),
                new Intervals(world),
                new Moments(world),
                new Sources(world, 256),
                new Requests(world),
                new Pins(world),
                new LongChannels(world, 1, WhenFull.Refuse),
                new LongChannels(world, world.Chance.Between(2, 9), WhenFull.Refuse),
                new LongChannels(world, world.Chance.Between(1, 9), WhenFull.DropOldest),
                new ObjectChannels(world, world.Chance.Between(1, 9), WhenFull.Refuse),
                new ObjectChannels(world, world.Chance.Between(1, 9), WhenFull.DropNewest),
                new Mutexes(world),
                new Mutexes(world),
                new ReadersAndWriters(world),
                new Permits(world, 1),
                new Permits(world, world.Chance.Between(2, 8)),
                new Barriers(world, world.Chance.Between(2, 5)),
                new Barriers(world, 1),
                new Signals(world, false),
                new Signals(world, true),
                new Watches(world, false),
                new Watches(world, true),
                new Publishers(world, 1, false),
                new Publishers(world, world.Chance.Between(2, 9), true),
                new Flags(world, false),
                new Flags(world, true),
                new Onces(world),
                new Pipes(world, world.Chance.Between(1, 64), true, WhenFull.Refuse),
                new Pipes(world, world.Chance.Between(1, 64), false, WhenFull.Refuse),
                new Pipes(world, world.Chance.Between(1, 64), false, WhenFull.DropOldest),
            ];
        }
    }

    /// <summary>Builds random trees of futures over what a world has.</summary>
    /// <param name="world">What there is.</param>
    /// <param name="roams">Whether it may come to another executor, so that it must not stand in a line.</param>
    internal sealed class Tree(World world, bool roams)
    {
        private const int MaxDepth = 3;

        private Chance Chance => world.Chance;

        /// <summary>A tree, which is armed and awaited as a whole.</summary>
        public Node New()
        {
            return New(world.IsSmall ? Chance.Below(2) : Chance.Between(0, MaxDepth));
        }

        /// <summary>A race that keeps its losers.</summary>
        public RaceNode NewKeepingRace()
        {
            RaceNode race = new(Losers.Keep, Many(Leaf));
            Grown(race);
            return race;
        }

        private Node New(int depth)
        {
            if (depth == 0)
            {
                return Leaf();
            }

            Node[] Some()
            {
                return Many(() => New(Chance.Below(depth)));
            }

            Node One()
            {
                return New(depth - 1);
            }

            return Grown(Chance.Below(11) switch
            {
                0 or 1 => new JoinNode(Some()),
                2 or 3 => new RaceNode(Losers.Cancel, Some()),
                4 => new SequenceNode(Some()),
                5 => new LimitNode(world, One()),
                6 => new EndableNode(world, One()),
                7 => new RepeatNode(world, One()),
                8 => new RetryNode(world, Chance.OneIn(2) ? Grown(new Bomb(world)) : One()),
                9 => new SupervisedNode(world, Chance.OneIn(2) ? Grown(new Bomb(world)) : One()),
                _ => new BudgetNode(world, One()),
            });
        }

        private Node[] Many(Func<Node> make)
        {
            Node[] nodes = new Node[Chance.OneIn(10) ? 8 : Chance.Between(1, 4)];
            for (int i = 0; i < nodes.Length; i++)
            {
                nodes[i] = make();
            }

            return nodes;
        }

        private Node Leaf()
        {
            Facility facility;
            do
            {
                facility = world.Facilities[Chance.Below(world.Facilities.Count)];
            }
            while (!facility.HasRoom || (roams && !facility.IsForAnyExecutor));

            return Grown(facility.NewLeaf());
        }

        private Node Grown(Node node)
        {
            world.Nodes.Add(node);
            node.Stranger = roams ? null : world.Stranger;
            return node;
        }
    }
}
