using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>Intervals: each tick on the grid or after it, none before, none twice.</summary>
    internal sealed class Intervals(World world) : Facility(world)
    {
        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            return new Leaf(World, Chance.Duration(1_000, 3_000_000), Chance.OneIn(2) ? MissedTickBehavior.Skip : MissedTickBehavior.Burst);
        }

        private sealed class Leaf : Node
        {
            private readonly World _world;
            private readonly Interval _interval;
            private readonly long _period;
            private readonly bool _skips;
            private long _earliest = -1;
            private long _skipped;

            public Leaf(World world, long period, MissedTickBehavior missedTicks)
            {
                _world = world;
                _period = period;
                _skips = missedTicks == MissedTickBehavior.Skip;
                _interval = new Interval(period, missedTicks);
                Inner = _interval;
            }

            protected override void OnBegin()
            {
                if (_earliest < 0)
                {
                    _earliest = _world.Clock.Time + _period;
                }
            }

            // The grid begins inside the first poll, which may read the clock a little after OnBegin did.
            protected override void OnReady(bool first)
            {
                long skipped = _interval.Skipped - _skipped;
                _skipped += skipped;
                _earliest += skipped * _period;
                Unless(_world.Clock.Time >= _earliest, "a tick before its time");
                Unless(_interval.Lag >= 0, "a tick that says it was early");
                Unless(
                    skipped == (_skips ? _interval.Lag / _period : 0), "it passed over other ticks than those it missed");
                _earliest += _period;
            }

            protected override void OnCancelled()
            {
                _earliest = -1;
            }
        }
    }
}
