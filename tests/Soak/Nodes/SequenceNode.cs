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
}
