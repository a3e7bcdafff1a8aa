namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Says in a register that another future was polled, so that an event can wait for that.</summary>
    internal sealed class Asks : Future
    {
        private readonly Future _inner;
        private readonly Register _asked;

        internal Asks(Future inner, Register asked)
        {
            _inner = inner;
            _asked = asked;
        }

        public override Poll Poll(Waker waker)
        {
            Poll poll = _inner.Poll(waker);
            _asked.Value = 1;
            return poll;
        }
    }
}
