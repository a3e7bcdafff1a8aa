using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A watch: each reader sees the latest value, and none twice.</summary>
    internal sealed class Watches(World world, bool ofReferences) : Facility(world)
    {
        private readonly LongWatch _numbers = new();
        private readonly Watch _references = new();
        private readonly List<Leaf> _leaves = [];
        private long _latest;

        private int Waiting => ofReferences ? _references.Waiting : _numbers.Waiting;

        public override Node NewLeaf()
        {
            Leaf leaf = new(this, ofReferences ? _references.NewReader() : _numbers.NewReader());
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            bool accepted = ofReferences ? _references.Set(++_latest) : _numbers.Set(++_latest);
            Unless(accepted, "it refused a value although nobody else sets one");
        }

        public override void CheckQuiet()
        {
            int waiting = 0;
            foreach (Leaf leaf in _leaves)
            {
                waiting += leaf.IsWaiting ? 1 : 0;
                Unless(!leaf.Sleeps || leaf.Seen == _latest, "a new value is there and a reader sleeps on");
            }

            Unless(Waiting == waiting, "it does not know how many wait");
        }

        public override void Serve()
        {
            Interrupt();
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(Waiting == 0, "a reader was left waiting");
            long last = ofReferences ? (long)(_references.Value ?? 0L) : _numbers.Value;
            Unless(last == _latest, "the last value was lost");
        }

        private sealed class Leaf : Node
        {
            private readonly Watches _of;

            public Leaf(Watches of, Future reader)
            {
                _of = of;
                Inner = reader;
            }

            public long Seen { get; private set; }

            protected override void OnReady(bool first)
            {
                long value = Inner is WatchReader reader ? (long)reader.Result : ((LongWatchReader)Inner).Result;
                Unless(value == _of._latest, $"value {value} was read and the latest is {_of._latest}");
                Unless(value != Seen, $"value {value} was read twice");
                Seen = value;
            }
        }
    }
}
