namespace NanoExecutor
{
    /// <summary>
    /// Ready when another future is, or a time after it began to wait; then it says so and the future is cancelled.
    /// Awaited again and again; the future is armed by whoever uses it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The time runs from the first poll, in which the future is polled too: with a time of 0 it has that one chance.
    /// When the time is up the future is polled once more, so that what came at the same moment is taken and not thrown
    /// away.
    /// </para>
    /// <para>It takes a place in the timer queue while it is pending.</para>
    /// <para>
    /// <b>Poll:</b> a poll of the future and some comparisons; the first reads the clock. Allocates nothing.
    /// </para>
    /// <para><b>Cancel:</b> cancels the future and leaves the timer queue; the time that has run is forgotten.</para>
    /// <para>When the future throws, it is cancelled and the exception leaves the poll.</para>
    /// </remarks>
    public sealed class WithTimeout : TimeLimit
    {
        private long _limit;

        /// <summary>Puts a limit on a future.</summary>
        /// <param name="future">The future.</param>
        /// <param name="limit">µs, 0 to <see cref="Duration.Longest"/>.</param>
        /// <exception cref="System.ArgumentNullException">The future is null.</exception>
        /// <exception cref="System.ArgumentOutOfRangeException">The limit is negative or too long.</exception>
        public WithTimeout(Future future, long limit)
            : base(future, true)
        {
            For(limit);
        }

        /// <summary>Changes the limit, for the next wait and all that follow.</summary>
        /// <param name="limit">µs, 0 to <see cref="Duration.Longest"/>.</param>
        /// <returns>This future, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The limit is negative or too long.</exception>
        public WithTimeout For(long limit)
        {
            if ((ulong)limit > (ulong)Duration.Longest)
            {
                throw Throw.LimitOutOfRange(limit);
            }

            _limit = limit;
            return this;
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WithTimeout).Deadline(this);
            base.Describe(to);
        }

        private protected override long TakeTime()
        {
            return _limit;
        }
    }
}
