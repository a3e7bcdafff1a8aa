namespace NanoExecutor
{
    /// <summary>
    /// Ready when a time has passed. Made once; armed for each wait with <see cref="For(long)"/> or <see cref="Until(long)"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A promise of "at least": it is never early, whatever the alarm does, because only the clock decides. It is late
    /// by the longest poll of another task, and by what the board needs to wake up.
    /// </para>
    /// <para>
    /// <b>Poll:</b> the first reads the clock and takes a place in the timer queue; others cost a few comparisons.
    /// </para>
    /// <para><b>Cancel:</b> leaves the timer queue; nothing else is lost.</para>
    /// <para>It has no waker before its first poll, and time runs from that poll (<see cref="For(long)"/>).</para>
    /// </remarks>
    public sealed class Delay : TimedFuture
    {
        private const int Idle = 0;
        private const int Asked = 1;
        private const int Armed = 2;

        private int _state;

        /// <summary>Arms it to be ready <paramref name="duration"/> after its first poll.</summary>
        /// <param name="duration">µs, 0 to <see cref="Duration.Longest"/>. 0 is ready at once.</param>
        /// <returns>This delay, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The duration is negative or too long.</exception>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public Delay For(long duration)
        {
            return For(duration, 0);
        }

        /// <summary>
        /// Arms it to be ready <paramref name="duration"/> after its first poll, or somewhat later if the machine can sleep
        /// on for that.
        /// </summary>
        /// <param name="duration">µs, 0 to <see cref="Duration.Longest"/>. 0 is ready at once.</param>
        /// <param name="tolerance">
        /// µs by which it may be later than due, 0 or more. With more than the machine's park is late
        /// (<see cref="Parker.NearDeadline"/>) the executor need not wait awake, and deadlines that overlap are one wake.
        /// </param>
        /// <returns>This delay, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">A time is negative or too long.</exception>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public Delay For(long duration, long tolerance)
        {
            if ((ulong)duration > (ulong)Duration.Longest)
            {
                throw Throw.DurationOutOfRange(duration);
            }

            Arm(Asked, duration, tolerance);
            return this;
        }

        /// <summary>Arms it to be ready once the clock of the executor shows <paramref name="deadline"/>.</summary>
        /// <param name="deadline">
        /// µs on the clock, 0 to <see cref="Duration.Longest"/>. A time in the past is ready at once.
        /// </param>
        /// <returns>This delay, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The deadline is negative or too far.</exception>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public Delay Until(long deadline)
        {
            return Until(deadline, 0);
        }

        /// <summary><see cref="Until(long)"/>, or somewhat later.</summary>
        /// <param name="deadline">µs on the clock, 0 to <see cref="Duration.Longest"/>.</param>
        /// <param name="tolerance">µs by which it may be later, 0 or more (<see cref="For(long, long)"/>).</param>
        /// <returns>This delay, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">A time is negative or too far.</exception>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public Delay Until(long deadline, long tolerance)
        {
            if ((ulong)deadline > (ulong)Duration.Longest)
            {
                throw Throw.DeadlineOutOfRange(deadline);
            }

            Arm(Armed, deadline, tolerance);
            return this;
        }

        /// <inheritdoc/>
        /// <exception cref="System.InvalidOperationException">It is not armed.</exception>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (_state == Armed)
            {
                if (WaitUntil(waker) == Pending)
                {
                    return Pending;
                }
            }
            else if (_state == Idle)
            {
                throw Throw.DelayNotArmed();
            }
            else if (Deadline > 0)
            {
                Executor executor = waker.Executor;
                SetDeadline(executor.DeadlineAfter(Deadline), Latest);
                _state = Armed;
                Enqueue(waker, executor);
                return Pending;
            }

            _state = Idle;
            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            Detach();
            _state = Idle;
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Delay).Deadline(this);
        }

        private void Arm(int state, long time, long tolerance)
        {
            if ((ulong)tolerance > (ulong)Duration.Longest)
            {
                throw Throw.ToleranceOutOfRange(tolerance);
            }

            if (Queue != null)
            {
                throw Throw.DelayPending();
            }

            _state = state;
            if (state == Armed)
            {
                SetDeadline(time, tolerance);
            }
            else
            {
                // Until the first poll: the duration and the tolerance.
                Deadline = time;
                Latest = tolerance;
            }
        }
    }
}
