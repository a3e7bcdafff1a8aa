namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Counts in a register how often another future was ready, so that a callback can wait for it.</summary>
    internal sealed class Counting : Future
    {
        private readonly Future _inner;
        private readonly Register _count;

        internal Counting(Future inner, Register count)
        {
            _inner = inner;
            _count = count;
        }

        public override Poll Poll(Waker waker)
        {
            if (_inner.Poll(waker) == Pending)
            {
                return Pending;
            }

            _count.Value++;
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
