using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A value that is set once, some time after the start: all see it, and it stays.</summary>
    internal sealed class Onces(World world) : Facility(world)
    {
        private readonly Once _once = new();
        private readonly object _value = new();
        private readonly List<Leaf> _leaves = [];
        private int _interrupts;
        private bool _isBegun;

        public override (long Shortest, long Longest) Pace => (1_000_000, 60_000_000);

        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            Leaf leaf = new(this);
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            // Before it is set, one that is to set it begins and gives up.
            Unless(_once.TryBegin() == (_interrupts < 3 && !_isBegun), "two began, or nobody although it was not set");
            _isBegun = _interrupts < 3;
            if (Chance.OneIn(2))
            {
                _once.GiveUp();
                _isBegun = false;
            }

            // The third time, so that some wait.
            if (++_interrupts >= 3)
            {
                Unless(_once.Set(_value) == (_interrupts == 3), "it was set twice or not at all");
            }
        }

        public override void CheckQuiet()
        {
            foreach (Leaf leaf in _leaves)
            {
                Unless(!leaf.Sleeps || !_once.IsSet, "the value is there and somebody sleeps on");
            }
        }

        public override void Serve()
        {
            Interrupt();
        }

        public override void CheckEnd()
        {
            Unless(_once.Waiting == 0, "somebody was left waiting");
        }

        private sealed class Leaf : Node
        {
            private readonly Onces _of;
            private readonly OnceWait _wait;

            public Leaf(Onces of)
            {
                _of = of;
                _wait = of._once.NewWait();
                Inner = _wait;
            }

            protected override void OnReady(bool first)
            {
                Unless(_of._interrupts >= 3, "ready before it was set");
                Unless(_wait.Result == _of._value, "another value than the one that was set");
            }
        }
    }
}
