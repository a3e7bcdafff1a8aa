namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>One future, and once it was ready another.</summary>
    internal sealed class After : Future
    {
        private readonly Future _first;
        private readonly Future _then;
        private bool _passed;

        internal After(Future first, Future then)
        {
            _first = first;
            _then = then;
        }

        public override Poll Poll(Waker waker)
        {
            if (!_passed && _first.Poll(waker) == Pending)
            {
                return Pending;
            }

            _passed = true;
            if (_then.Poll(waker) == Pending)
            {
                return Pending;
            }

            _passed = false;
            return Ready;
        }

        public override void Cancel()
        {
            _first.Cancel();
            _then.Cancel();
            _passed = false;
        }
    }
}
