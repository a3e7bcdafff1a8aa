using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Nodes
{
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
