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

    /// <summary>An input pin that bounces: its edges, its level, and its level once it has settled.</summary>
    internal sealed class Pins : Facility
    {
        private const int LongestBounce = 5;
        private const long SomeReadings = 10;

        private readonly BouncingPin _pin = new();
        private readonly List<Leaf> _leaves = [];
        private long _lastEdge;

        public Pins(World world)
            : base(world)
        {
        }

        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            Leaf leaf = Chance.Below(3) switch
            {
                0 => new EdgeLeaf(this, new WaitForEdge(_pin, (Edge)Chance.Below(3))),
                1 => new LevelLeaf(this, Chance.OneIn(2)),
                _ => new SettledLeaf(this, Chance.Duration(100, 50_000)),
            };
            _leaves.Add(leaf);
            return leaf;
        }

        public override void Interrupt()
        {
            for (int edges = Chance.Between(1, LongestBounce); edges > 0; edges--)
            {
                _lastEdge = World.Clock.Time;
                _pin.Toggle();
            }
        }

        public override void CheckQuiet()
        {
            foreach (Leaf leaf in _leaves)
            {
                Unless(!leaf.Sleeps || !leaf.HasCome, "the pin is as somebody wants it who sleeps on");
            }
        }

        public override void Serve()
        {
            _lastEdge = World.Clock.Time;
            _pin.Toggle();
            World.RunUntilIdle();
            World.Clock.Advance((LongestBounce * 10 * Duration.Millisecond) + (2 * World.Resolution));
        }

        private abstract class Leaf : Node
        {
            /// <summary>Whether what it waits for is there.</summary>
            public abstract bool HasCome { get; }
        }

        private sealed class EdgeLeaf : Leaf
        {
            private readonly Pins _of;
            private readonly WaitForEdge _wait;

            public EdgeLeaf(Pins of, WaitForEdge wait)
            {
                _of = of;
                _wait = wait;
                Inner = wait;
            }

            // The level of its latest look is the one that it compares with.
            public override bool HasCome => _of._pin.Read() != _wait.Level;

            protected override void OnReady(bool first)
            {
                Unless(_wait.Level == _of._pin.Read(), "another level than that of the pin");
            }
        }

        private sealed class LevelLeaf : Leaf
        {
            private readonly Pins _of;
            private readonly bool _high;

            public LevelLeaf(Pins of, bool high)
            {
                _of = of;
                _high = high;
                Inner = new WaitForLevel(of._pin, high);
            }

            public override bool HasCome => _of._pin.Read() == _high;

            protected override void OnReady(bool first)
            {
                Unless(HasCome, "ready with the other level");
            }
        }

        private sealed class SettledLeaf : Leaf
        {
            private readonly Pins _of;
            private readonly long _settle;
            private readonly Debounced _wait;
            private bool _level;
            private long _polled;

            public SettledLeaf(Pins of, long settle)
            {
                _of = of;
                _settle = settle;
                _wait = new Debounced(of._pin, settle);
                Inner = _wait;
            }

            public override bool HasCome
            {
                get
                {
                    // The time runs from the poll that an edge has led to.
                    long since = Math.Max(_of._lastEdge, _polled);
                    return _of._pin.Read() != _level && _of.World.Clock.Time >= since + _settle + SomeReadings + (2 * _of.World.Resolution);
                }
            }

            // It arms a delay of its own with the waker of the poll: by a stranger that would be the stranger's.
            protected override bool CanBePushedOut => false;

            protected override Poll PollInner(Waker waker)
            {
                _polled = _of.World.Clock.Time;
                return Inner.Poll(waker);
            }

            protected override void OnReady(bool first)
            {
                Unless(_wait.Level != _level, "ready without a change");
                Unless(_wait.Level == _of._pin.Read(), "another level than that of the pin");
                _level = _wait.Level;
            }
        }

        private sealed class BouncingPin : InputPin
        {
            private bool _level;

            public BouncingPin()
                : base(new Reactor(1), 0)
            {
            }

            public override bool Read()
            {
                return _level;
            }

            public void Toggle()
            {
                _level = !_level;
                EdgeSeen();
            }
        }
    }

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
