namespace NanoExecutor.Soak.Nodes
{
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
}
