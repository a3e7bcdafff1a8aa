using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
    /// <summary>A node that is made of others, and knows how often each of them has to be ready when it is.</summary>
    internal abstract class Composite(Node[] children) : Node
    {
        private readonly long[] _readies = new long[children.Length];
        private readonly long[] _faults = new long[children.Length];

        protected Node[] Children => children;

        protected override bool CanBePushedOut => false;

        public override void Arm()
        {
            foreach (Node child in children)
            {
                child.Arm();
            }
        }

        /// <summary>Says whether wakes of the children come to a task.</summary>
        public void Attend(bool isOn)
        {
            foreach (Node child in children)
            {
                child.IsAttended = isOn;
            }
        }

        public sealed override string ToString()
        {
            return $"{base.ToString()}({string.Join(", ", (object[])children)})";
        }

        protected override void OnBegin()
        {
            for (int i = 0; i < children.Length; i++)
            {
                _readies[i] = children[i].Readies;
                _faults[i] = children[i].Faults;
            }
        }

        protected override void OnCancelled()
        {
            CheckNoneWaits();
        }

        protected override void OnThrown()
        {
            CheckNoneWaits();
        }

        /// <summary>How often a child was ready since this began.</summary>
        protected long ReadiesOf(int child)
        {
            return children[child].Readies - _readies[child];
        }

        /// <summary>How often a child threw since this began.</summary>
        protected long FaultsOf(int child)
        {
            return children[child].Faults - _faults[child];
        }

        protected void CheckEach(long readies)
        {
            for (int i = 0; i < children.Length; i++)
            {
                long was = ReadiesOf(i);
                Unless(was == readies, $"its child {children[i]} was ready {was} times instead of {readies}");
            }
        }

        protected void CheckNoneWaits()
        {
            foreach (Node child in children)
            {
                Unless(!child.IsWaiting, $"its child {child} was left waiting");
            }
        }
    }

    /// <summary>Ready when each child was ready once.</summary>
    internal sealed class JoinNode : Composite
    {
        public JoinNode(Node[] children)
            : base(children)
        {
            Inner = new Join(children);
        }

        protected override void OnReady(bool first)
        {
            CheckEach(1);
            CheckNoneWaits();
        }
    }

    /// <summary>
    /// Ready when one child was ready once, and that is the winner; the others are cancelled, or wait on.
    /// </summary>
    internal sealed class RaceNode : Composite
    {
        private readonly Race _race;
        private readonly Losers _losers;

        public RaceNode(Losers losers, Node[] children)
            : base(children)
        {
            _losers = losers;
            _race = new Race(losers, children);
            Inner = _race;
        }

        /// <summary>Gives up those that a race has kept, between two races.</summary>
        public void CancelLosers()
        {
            _race.Cancel();
            CheckNoneWaits();
        }

        /// <summary>Gives up one of those that a race has kept, between two races; it is armed anew for the next.</summary>
        public void CancelOne(Chance chance)
        {
            int child = chance.Below(Children.Length);
            _race.Cancel(child);
            Unless(!Children[child].IsWaiting, "the child that it was to cancel waits on");
        }

        protected override void OnReady(bool first)
        {
            for (int i = 0; i < Children.Length; i++)
            {
                long readies = ReadiesOf(i);
                int winner = _race.Winner;
                Unless(readies == (i == winner ? 1 : 0), $"{winner} won and {i} was ready {readies} times");
            }

            if (_losers == Losers.Cancel)
            {
                CheckNoneWaits();
            }
        }
    }

    /// <summary>
    /// A timeout or a deadline: ready with its child, or when the time is up and the child is cancelled.
    /// </summary>
    internal sealed class LimitNode : Composite
    {
        private readonly World _world;
        private readonly WithTimeout? _timeout;
        private readonly WithDeadline? _deadline;
        private readonly long _limit;
        private long _due;

        public LimitNode(World world, Node child)
            : base([child])
        {
            _world = world;
            _limit = world.Chance.OneIn(20) ? 0 : world.Chance.Duration(100, 5_000_000);
            if (world.Chance.OneIn(2))
            {
                _timeout = new WithTimeout(child, _limit);
            }
            else
            {
                _deadline = new WithDeadline(child);
            }

            Inner = (Future?)_timeout ?? _deadline!;
        }

        protected override void OnBegin()
        {
            base.OnBegin();
            _due = _world.Clock.Time + _limit;
            _deadline?.Until(_due);
        }

        protected override void OnReady(bool first)
        {
            bool timedOut = _timeout?.TimedOut ?? _deadline!.TimedOut;
            CheckEach(timedOut ? 0 : 1);
            CheckNoneWaits();
            Unless(!timedOut || _world.Clock.Time >= _due, "the time was up before it was");
        }
    }

    /// <summary>Ready with its child, or when an interrupt has asked for an end and the child is cancelled.</summary>
    internal sealed class EndableNode : Composite
    {
        private readonly WithCancellation _wait;
        private bool _isRequested;

        public EndableNode(World world, Node child)
            : base([child])
        {
            _wait = new WithCancellation(child);
            Inner = _wait;
            world.Endable.Add(Request);
        }

        public override void CheckQuiet()
        {
            Unless(!IsWaiting || !_isRequested, "an end was requested and it sleeps on");
        }

        protected override void OnReady(bool first)
        {
            CheckEach(_wait.WasCancelled ? 0 : 1);
            CheckNoneWaits();
            Unless(_isRequested || !_wait.WasCancelled, "cancelled without a request");
            Unless(_wait.IsRequested == _isRequested, "the request did not stay");
            _wait.Clear();
            _isRequested = false;
        }

        private void Request()
        {
            _isRequested = true;
            _wait.Request();
        }
    }
}
