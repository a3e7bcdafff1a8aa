using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
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
}
