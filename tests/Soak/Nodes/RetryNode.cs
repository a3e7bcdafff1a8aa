using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
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
}
