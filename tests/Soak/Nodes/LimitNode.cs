using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
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
}
