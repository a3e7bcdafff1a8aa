using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A signal: the latest value, taken once, by those that wait in their order.</summary>
    internal sealed class Signals(World world) : Facility(world)
    {
        private readonly LongSignal _signal = new();
        private readonly Line _line = new();
        private long _latest;
        private bool _isSet;

        public override Node NewLeaf()
        {
            return new Leaf(this);
        }

        public override void Interrupt()
        {
            _isSet = true;
            Unless(_signal.Set(++_latest), "it refused a value although nobody else sets one");
        }

        public override void CheckQuiet()
        {
            Unless(_signal.IsSet == _isSet, "it does not know whether it is set");
            Unless(_signal.Waiting == _line.Count, "its line is not who waits");
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
            bool took = _signal.TryTake(out long value);
            Unless(took == _isSet && (!took || value == _latest), "the last value was lost");
        }

        private sealed class Leaf : Node
        {
            private readonly Signals _of;
            private readonly LongSignalWait _wait;

            public Leaf(Signals of)
            {
                _of = of;
                _wait = of._signal.NewWait();
                Inner = _wait;
            }

            protected override void OnWait()
            {
                _of._line.Join(this);
            }

            protected override void OnReady(bool first)
            {
                _of._line.Served(this, !first);
                Unless(_of._isSet, $"value {_wait.Result} was delivered twice");
                Unless(_wait.Result == _of._latest, $"value {_wait.Result} came and the latest is {_of._latest}");
                _of._isSet = false;
            }

            protected override void OnCancelled()
            {
                _of._line.Leave(this);
            }
        }
    }
}
