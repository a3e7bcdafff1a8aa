using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>What needs nobody: to give way, to be ready at once, to be busy for a while.</summary>
    internal sealed class Moments(World world) : Facility(world)
    {
        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            return new Leaf(World, Chance.Below(3));
        }

        private sealed class Leaf : Node
        {
            private readonly World _world;
            private readonly bool _isBusy;

            public Leaf(World world, int kind)
            {
                _world = world;
                _isBusy = kind == 2;
                Inner = kind == 0 ? new Yield() : new ReadyFuture();
            }

            protected override Poll PollInner(Waker waker)
            {
                if (_isBusy)
                {
                    // Interrupts fire in here, while siblings and tasks behind this one wait.
                    _world.Clock.Advance(_world.Chance.Between(1, 400));
                }

                return base.PollInner(waker);
            }
        }
    }

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

    /// <summary>Delays: never early, and never left behind.</summary>
    internal sealed class Delays(World world) : Facility(world)
    {
        private const long SomeReadings = 10;

        private readonly List<Leaf> _leaves = [];

        public override bool IsForAnyExecutor => true;

        public override Node NewLeaf()
        {
            Leaf leaf = new(World);
            _leaves.Add(leaf);
            return leaf;
        }

        public override void CheckQuiet()
        {
            foreach (Leaf leaf in _leaves)
            {
                // Its time runs from a reading of the clock inside its first poll.
                bool isDue = leaf.Due + SomeReadings + (2 * World.Resolution) <= World.Clock.Time;
                Unless(!leaf.Sleeps || !isDue, "a delay whose time has come sleeps on");
            }
        }

        private sealed class Leaf : Node
        {
            private readonly World _world;
            private readonly Delay _delay = new();
            private long _duration;

            public Leaf(World world)
            {
                _world = world;
                Inner = _delay;
            }

            public long Due { get; private set; }

            public override void Arm()
            {
                if (!IsWaiting)
                {
                    _duration = _world.Chance.OneIn(20) ? 0 : _world.Chance.Duration(50, 2_000_000);
                    _delay.For(_duration);
                }
            }

            protected override void OnBegin()
            {
                Due = _world.Clock.Time + _duration;
            }

            protected override void OnReady(bool first)
            {
                Unless(_world.Clock.Time >= Due, "ready before its time");
            }
        }
    }
}
