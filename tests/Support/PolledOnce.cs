namespace NanoExecutor.Tests
{
    /// <summary>
    /// Polls a future once and is ready whatever it said: a select with something that is ready at once.
    /// </summary>
    internal sealed class PolledOnce : Future
    {
        internal Poll Said;

        private readonly Future _future;

        internal PolledOnce(Future future)
        {
            _future = future;
        }

        public override Poll Poll(Waker waker)
        {
            Said = _future.Poll(waker);
            return Ready;
        }
    }
}
