using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>Delays: never early, and never left behind.</summary>
    internal sealed class Delays(World world) : Facility(world)
    {
        private const long SomeReadings = 10;

        private readonly List<Leaf> _leaves = [];

        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            Leaf leaf = new(World);
            _leaves.Add(leaf);
            return leaf;
        }

        public override void CheckQuiet()
        {
            foreach (Leaf leaf in _leaves)
            {
                // Its time runs from a reading of the clock inside its first poll.
                bool isDue = leaf.Due + SomeReadings + (2 * World.Resolution) <= World.Clock.Time;
                Unless(!leaf.Sleeps || !isDue, "a delay whose time has come sleeps on");
            }
        }

        private sealed class Leaf : Node
        {
            private readonly World _world;
            private readonly Delay _delay = new();
            private long _duration;

            public Leaf(World world)
            {
                _world = world;
                Inner = _delay;
            }

            public long Due { get; private set; }

            public override void Arm()
            {
                if (!IsWaiting)
                {
                    _duration = _world.Chance.OneIn(20) ? 0 : _world.Chance.Duration(50, 2_000_000);
                    _delay.For(_duration);
                }
            }

            protected override void OnBegin()
            {
                Due = _world.Clock.Time + _duration;
            }

            protected override void OnReady(bool first)
            {
                Unless(_world.Clock.Time >= Due, "ready before its time");
            }
        }
    }
}
