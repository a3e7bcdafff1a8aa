using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>Requests to end, as a cancellation token makes them: they stay until they are taken back.</summary>
    internal sealed class Requests(World world) : Facility(world)
    {
        private readonly List<Leaf> _leaves = [];

        public override (long Shortest, long Longest) Pace => (1_600, 320_000);

        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            Leaf leaf = new(new CancellationWait());
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            if (_leaves.Count > 0)
            {
                _leaves[Chance.Below(_leaves.Count)].Request();
            }
        }

        public override void CheckQuiet()
        {
            foreach (Leaf leaf in _leaves)
            {
                Unless(!leaf.Sleeps || !leaf.IsRequested, "a request was made and its future sleeps on");
            }
        }

        public override void Serve()
        {
            foreach (Leaf leaf in _leaves)
            {
                leaf.Request();
            }
        }

        private sealed class Leaf : Node
        {
            private readonly CancellationWait _wait;

            public Leaf(CancellationWait wait)
            {
                _wait = wait;
                Inner = wait;
            }

            public bool IsRequested { get; private set; }

            public void Request()
            {
                IsRequested = true;
                _wait.Request();
            }

            protected override void OnReady(bool first)
            {
                Unless(IsRequested, "ready without a request");
                Unless(_wait.IsRequested, "the request did not stay");
                _wait.Clear();
                IsRequested = false;
            }

            protected override void OnCancelled()
            {
                Unless(_wait.IsRequested == IsRequested, "a request was lost with its task");
            }
        }
    }
}
