using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A watch: each reader sees the latest value, and none twice.</summary>
    internal sealed class Watches(World world) : Facility(world)
    {
        private readonly LongWatch _watch = new();
        private readonly List<Leaf> _leaves = [];
        private long _latest;

        public override Node NewLeaf()
        {
            Leaf leaf = new(this);
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            Unless(_watch.Set(++_latest), "it refused a value although nobody else sets one");
        }

        public override void CheckQuiet()
        {
            int waiting = 0;
            foreach (Leaf leaf in _leaves)
            {
                waiting += leaf.IsWaiting ? 1 : 0;
                Unless(!leaf.Sleeps || leaf.Seen == _latest, "a new value is there and a reader sleeps on");
            }

            Unless(_watch.Waiting == waiting, "it does not know how many wait");
        }

        public override void Serve()
        {
            Interrupt();
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_watch.Waiting == 0, "a reader was left waiting");
            Unless(_watch.Value == _latest, "the last value was lost");
        }

        private sealed class Leaf : Node
        {
            private readonly Watches _of;
            private readonly LongWatchReader _reader;

            public Leaf(Watches of)
            {
                _of = of;
                _reader = of._watch.NewReader();
                Inner = _reader;
            }

            public long Seen { get; private set; }

            protected override void OnReady(bool first)
            {
                long value = _reader.Result;
                Unless(value == _of._latest, $"value {value} was read and the latest is {_of._latest}");
                Unless(value != Seen, $"value {value} was read twice");
                Seen = value;
            }
        }
    }
}
