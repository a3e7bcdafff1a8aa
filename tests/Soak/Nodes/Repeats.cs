using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
    /// <summary>Ready when each child was ready once; never has two waiting.</summary>
    internal sealed class SequenceNode : Composite
    {
        public SequenceNode(Node[] children)
            : base(children)
        {
            Inner = new Sequence(children);
        }

        protected override void OnWait()
        {
            Unless(Children.Count(child => child.IsWaiting) == 1, "it waits for several at once, or for none");
        }

        protected override void OnReady(bool first)
        {
            CheckEach(1);
            CheckNoneWaits();
        }
    }

    /// <summary>Ready when its child was ready as often as asked; the child is armed before each round.</summary>
    internal sealed class RepeatNode : Composite, IRearm
    {
        private readonly Repeat _repeat;
        private readonly World _world;
        private readonly int _times;
        private bool _ended;

        public RepeatNode(World world, Node child)
            : base([child])
        {
            _world = world;
            _times = world.Chance.Between(1, 4);
            _repeat = new Repeat(child, _times, this);
            Inner = _repeat;
        }

        public override void Arm()
        {
        }

        public bool Rearm(long round)
        {
            Unless(ReadiesOf(0) == round, "asked for another round than the next");
            _ended = _world.Chance.OneIn(20);
            Children[0].Arm();
            return !_ended;
        }

        protected override void OnReady(bool first)
        {
            CheckNoneWaits();
            Unless(_repeat.Rounds == ReadiesOf(0), "it did not count its rounds");
            Unless(_repeat.Rounds == _times || (_ended && _repeat.Rounds < _times), "it ended too early or too late");
        }
    }

    /// <summary>Ready after the first attempt that did not fail, or after so many that did.</summary>
    internal sealed class RetryNode : Composite, IAttempt
    {
        private readonly World _world;
        private readonly Retry _retry;
        private readonly int _most;
        private bool _gaveUp;

        public RetryNode(World world, Node child)
            : base([child])
        {
            _world = world;
            _most = world.Chance.Between(1, 5);
            _retry = new Retry(child, _most, new Backoff(world.Chance.Below(2) * 500L, 10_000), this);
            Inner = _retry;
        }

        public bool Failed { get; private set; }

        public override void Arm()
        {
        }

        public bool Rearm(long round)
        {
            Unless(ReadiesOf(0) + FaultsOf(0) == round, "asked for another attempt than the next");
            CheckNoneWaits();
            _gaveUp = _world.Chance.OneIn(20);
            Children[0].Arm();
            return !_gaveUp;
        }

        protected override Poll PollInner(Waker waker)
        {
            // What Retry asks for when the child is ready.
            Failed = _world.Chance.OneIn(3);
            return base.PollInner(waker);
        }

        protected override void OnReady(bool first)
        {
            CheckNoneWaits();
            Unless(_retry.Attempts == ReadiesOf(0) + FaultsOf(0), "it did not count its attempts");
            Unless(_retry.Attempts <= _most, "more attempts than allowed");
            Unless(_retry.Succeeded || _gaveUp || _retry.Attempts == _most, "it gave up too early");
            Unless(!_retry.Succeeded || !_gaveUp, "it succeeded with an attempt that was not made");
            Unless(_retry.LastException == null == (FaultsOf(0) == 0), "it remembers a fault of another use, or none");
        }
    }

    /// <summary>
    /// Restarts its child when that throws; what the policy does not forgive comes out and is counted.
    /// </summary>
    internal sealed class SupervisedNode : Composite, IRearm
    {
        private readonly Supervised _supervised;
        private readonly RestartPolicy _policy;
        private int _restarts;
        private bool _escalated;

        public SupervisedNode(World world, Node child)
            : base([child])
        {
            Backoff backoff = new(500, 20_000);
            _policy = world.Chance.Below(3) switch
            {
                0 => RestartPolicy.Never,
                1 => RestartPolicy.Always(backoff),
                _ => RestartPolicy.AtMost(2, Duration.Second, backoff),
            };
            _supervised = new Supervised(child, _policy, this) { OnEscalation = (_, _) => _escalated = true };
            Inner = _supervised;
        }

        public override void Arm()
        {
        }

        public bool Rearm(long round)
        {
            Unless(FaultsOf(0) == round, "asked for another run than the next");
            CheckNoneWaits();
            Children[0].Arm();
            return true;
        }

        protected override void OnBegin()
        {
            base.OnBegin();
            _restarts = _supervised.Restarts;
            _escalated = false;
        }

        protected override void OnReady(bool first)
        {
            CheckEach(1);
            CheckNoneWaits();
            Unless(_supervised.Restarts - _restarts == FaultsOf(0), "it did not restart once for each fault");
            Unless(_policy.Max > 0 || FaultsOf(0) == 0, "it forgave a fault against the policy");
            Unless(!_escalated, "it escalated a fault and is ready");
            Unless(
                _supervised.LastException == null == (FaultsOf(0) == 0), "it remembers a fault of another use, or none");
        }
    }

    /// <summary>Ready with its child; each poll that took too long is reported with the slot and the time.</summary>
    internal sealed class BudgetNode : Composite
    {
        private readonly World _world;
        private readonly Budget _budget;
        private int _heard;

        public BudgetNode(World world, Node child)
            : base([child])
        {
            _world = world;
            _budget = new Budget(child, world.Chance.Duration(5, 500)) { OnOverrun = Heard };
            Inner = _budget;
        }

        protected override Poll PollInner(Waker waker)
        {
            int heard = _heard;
            long before = _world.Clock.Time;
            Poll result = Inner.Poll(waker);
            long took = _world.Clock.Time - before;
            bool isOver = took - (2 * _world.Clock.ReadingCost) - (2 * (_world.Resolution - 1)) >= _budget.Limit;
            Unless(_heard == heard || took > _budget.Limit, "it reported a poll that was short enough");
            Unless(_heard > heard || !isOver, "it did not report a poll that was too long");
            return result;
        }

        protected override void OnReady(bool first)
        {
            CheckEach(1);
            CheckNoneWaits();
            Unless(_budget.Overruns == _heard, "it did not count what it reported");
        }

        private void Heard(Budget budget, int slot, long took)
        {
            _heard++;
            Unless(took > budget.Limit && took <= budget.Worst, "it reported another time than it measured");
            Unless(slot >= 0 && slot < _world.Executor.Capacity, $"it reported slot {slot}, which there is not");
        }
    }

    /// <summary>Throws once in so many times, at a first poll or after a while.</summary>
    internal sealed class Bomb : Node
    {
        public Bomb(World world)
        {
            Inner = new Fuse(world);
        }

        /// <summary>What it throws.</summary>
        public sealed class BangException : Exception
        {
        }

        private sealed class Fuse(World world) : Future
        {
            private readonly Delay _delay = new();
            private bool _burns;

            public override Poll Poll(Waker waker)
            {
                if (!_burns)
                {
                    _burns = true;
                    _delay.For(world.Chance.Below(2) * world.Chance.Duration(10, 5_000));
                }

                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _burns = false;
                if (world.Chance.OneIn(3))
                {
                    throw new BangException();
                }

                return Ready;
            }

            public override void Cancel()
            {
                _burns = false;
                _delay.Cancel();
            }

            public override void Detach()
            {
                _delay.Detach();
            }
        }
    }
}
