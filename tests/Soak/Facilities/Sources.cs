using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>Sources of a reactor: an event is seen, once for any number since the last.</summary>
    internal sealed class Sources(World world, int count) : Facility(world)
    {
        private readonly Reactor _reactor = new(count);
        private readonly List<Leaf> _leaves = [];

        public override (long Shortest, long Longest) Pace => (320, 80_000);

        public override bool HasRoom => _leaves.Count < _reactor.Count;

        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            Leaf leaf = new(World, _reactor.Register(_leaves.Count));
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            if (_leaves.Count > 0)
            {
                Raise(Chance.Below(_leaves.Count));
            }
        }

        public override void CheckQuiet()
        {
            foreach (Leaf leaf in _leaves)
            {
                Unless(!leaf.Sleeps || leaf.Raised == 0, "an event has come and its future sleeps on");
            }
        }

        public override void Serve()
        {
            for (int source = 0; source < _leaves.Count; source++)
            {
                if (_leaves[source].IsWaiting)
                {
                    Raise(source);
                }
            }
        }

        public override void CheckEnd()
        {
            for (int source = 0; source < _leaves.Count; source++)
            {
                bool isReady = _reactor.StateOf(source) == SourceState.Ready;
                Unless(isReady == (_leaves[source].Raised > 0), "the ready bit is not what was raised and not taken");
            }
        }

        private void Raise(int source)
        {
            _leaves[source].Raised++;
            _reactor.Raise(source);
        }

        private sealed class Leaf : Node
        {
            private readonly World _world;

            public Leaf(World world, SourceWait wait)
            {
                _world = world;
                Inner = wait;
            }

            public int Raised { get; set; }

            protected override Poll PollInner(Waker waker)
            {
                Poll result = Inner.Poll(waker);
                if (_world.Sabotages(Sabotage.LoseWake))
                {
                    Inner.Detach();
                }

                return result;
            }

            protected override void OnReady(bool first)
            {
                Unless(Raised > 0, "ready without an event");
                Raised = 0;
            }
        }
    }
}
