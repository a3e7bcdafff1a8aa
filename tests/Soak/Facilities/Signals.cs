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
}
