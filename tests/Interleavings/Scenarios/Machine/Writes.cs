namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Has a lock for writing for a moment.</summary>
    internal sealed class Writes : Future
    {
        private readonly WriteLock _lock;

        internal Writes(WriteLock writeLock)
        {
            _lock = writeLock;
        }

        public override Poll Poll(Waker waker)
        {
            if (_lock.Poll(waker) == Pending)
            {
                return Pending;
            }

            _lock.Release();
            return Ready;
        }

        public override void Cancel()
        {
            _lock.Cancel();
        }
    }
}
