namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Ready once another future was ready a number of times.</summary>
    internal sealed class Takes : Future
    {
        private readonly Future _inner;
        private readonly int _times;

        internal Takes(Future inner, int times)
        {
            _inner = inner;
            _times = times;
        }

        /// <summary>Times it was ready so far.</summary>
        internal int Taken { get; private set; }

        public override Poll Poll(Waker waker)
        {
            while (Taken < _times)
            {
                if (_inner.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Taken++;
            }

            return Ready;
        }

        public override void Cancel()
        {
            _inner.Cancel();
        }

        public override void Detach()
        {
            _inner.Detach();
        }
    }
}
