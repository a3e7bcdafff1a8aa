namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Holds a lock for reading until it is told to release it.</summary>
    internal sealed class Reads : Future
    {
        private readonly ReadLock _lock;
        private readonly Future _sign;

        internal Reads(ReadLock readLock, Future sign)
        {
            _lock = readLock;
            _sign = sign;
        }

        public override Poll Poll(Waker waker)
        {
            if (!_lock.IsHeld && _lock.Poll(waker) == Pending)
            {
                return Pending;
            }

            if (_sign.Poll(waker) == Pending)
            {
                return Pending;
            }

            _lock.Release();
            return Ready;
        }
    }
}
