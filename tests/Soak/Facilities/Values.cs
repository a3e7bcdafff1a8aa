using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A signal: the latest value, taken once, by those that wait in their order.</summary>
    internal sealed class Signals(World world, bool ofReferences) : Facility(world)
    {
        private readonly LongSignal _numbers = new();
        private readonly Signal _references = new();
        private readonly Line _line = new();
        private long _latest;
        private bool _isSet;

        private bool IsSet => ofReferences ? _references.IsSet : _numbers.IsSet;

        private int Waiting => ofReferences ? _references.Waiting : _numbers.Waiting;

        public override Node NewLeaf()
        {
            return new Leaf(this, ofReferences ? _references.NewWait() : _numbers.NewWait());
        }

        public override void Interrupt()
        {
            _isSet = true;
            bool accepted = ofReferences ? _references.Set(++_latest) : _numbers.Set(++_latest);
            Unless(accepted, "it refused a value although nobody else sets one");
        }

        public override void Try()
        {
            bool isMine = _isSet && _line.Count == 0;
            bool took = TryTake(out long value);
            Unless(took == isMine, "it gave the value past those that wait, or kept it from a task");
            if (took)
            {
                Unless(value == _latest, $"value {value} came and the latest is {_latest}");
                _isSet = false;
            }
        }

        public override void CheckQuiet()
        {
            Unless(IsSet == _isSet, "it does not know whether it is set");
            Unless(Waiting == _line.Count, "its line is not who waits");
            Unless(!_line.FirstSleeps || !_isSet, "a value is there and somebody sleeps on");
        }

        public override void Serve()
        {
            if (_line.Count > 0)
            {
                Interrupt();
            }
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_line.Count == 0, "somebody was left in line");
            bool took = TryTake(out long value);
            Unless(took == _isSet && (!took || value == _latest), "the last value was lost");
        }

        private bool TryTake(out long value)
        {
            if (!ofReferences)
            {
                return _numbers.TryTake(out value);
            }

            bool took = _references.TryTake(out object found);
            value = took ? (long)found : 0;
            return took;
        }

        private sealed class Leaf : Node
        {
            private readonly Signals _of;

            public Leaf(Signals of, QueuedFuture wait)
            {
                _of = of;
                Inner = wait;
            }

            protected override void OnWait()
            {
                _of._line.Join(this);
            }

            protected override void OnReady(bool first)
            {
                _of._line.Served(this, !first);
                long value = Inner is SignalWait wait ? (long)wait.Result : ((LongSignalWait)Inner).Result;
                Unless(_of._isSet, $"value {value} was delivered twice");
                Unless(value == _of._latest, $"value {value} came and the latest is {_of._latest}");
                _of._isSet = false;
            }

            protected override void OnCancelled()
            {
                _of._line.Leave(this);
            }
        }
    }

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
