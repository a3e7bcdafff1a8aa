namespace NanoExecutor
{
    /// <summary>
    /// Ready when another future is, or when a given time of the clock has come; then it says so and the future is
    /// cancelled. Made once; armed for each wait with <see cref="Until"/>. The future is armed by whoever uses it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// When the time has come the future is polled once more, so that what came at the same moment is taken and not
    /// thrown away; with a time in the past it has that one chance.
    /// </para>
    /// <para>It takes a place in the timer queue while it is pending.</para>
    /// <para>
    /// <b>Poll:</b> a poll of the future and some comparisons; the first reads the clock. Allocates nothing.
    /// </para>
    /// <para><b>Cancel:</b> cancels the future and leaves the timer queue; it has to be armed again.</para>
    /// <para>When the future throws, it is cancelled and the exception leaves the poll.</para>
    /// </remarks>
    public sealed class WithDeadline : TimeLimit
    {
        private const long None = -1;

        private long _time = None;

        /// <summary>Puts a deadline on a future.</summary>
        /// <param name="future">The future.</param>
        /// <exception cref="System.ArgumentNullException">The future is null.</exception>
        public WithDeadline(Future future)
            : base(future, false)
        {
        }

        /// <summary>Arms it for one wait.</summary>
        /// <param name="deadline">µs on the clock of the executor, 0 to <see cref="Duration.Longest"/>.</param>
        /// <returns>This future, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The deadline is negative or too far.</exception>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public WithDeadline Until(long deadline)
        {
            if (IsRunning)
            {
                throw Throw.DeadlinePending();
            }

            if ((ulong)deadline > (ulong)Duration.Longest)
            {
                throw Throw.DeadlineOutOfRange(deadline);
            }

            _time = deadline;
            return this;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (!IsNotItsOwn)
            {
                _time = None;
            }

            base.Cancel();
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WithDeadline).Deadline(this);
            base.Describe(to);
        }

        private protected override long TakeTime()
        {
            long time = _time;
            if (time == None)
            {
                throw Throw.DeadlineNotArmed();
            }

            _time = None;
            return time;
        }
    }
}
