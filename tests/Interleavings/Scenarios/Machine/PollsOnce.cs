namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Polls another future once and lets go of it, as a race that something else has won does.</summary>
    internal sealed class PollsOnce : Future
    {
        private readonly Future _inner;

        private readonly Register _polled;

        /// <summary>A task that polls <paramref name="inner"/> once.</summary>
        /// <param name="inner">The other future.</param>
        /// <param name="polled">Becomes 1 if that poll was pending, 2 if it was ready.</param>
        internal PollsOnce(Future inner, Register polled)
        {
            _inner = inner;
            _polled = polled;
        }

        public override Poll Poll(Waker waker)
        {
            _polled.Value = _inner.Poll(waker) == Ready ? 2 : 1;
            return Ready;
        }
    }
}
