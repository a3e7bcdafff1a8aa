using NanoExecutor.Soak.Facilities;
using NanoExecutor.Soak.Nodes;

namespace NanoExecutor.Soak.Running
{
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
