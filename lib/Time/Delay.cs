namespace NanoExecutor
{
    /// <summary>
    /// Ready when a time has passed. Made once; armed for each wait with <see cref="For"/> or <see cref="Until"/>.
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
    /// <para>It has no waker before its first poll, and time runs from that poll (<see cref="For"/>).</para>
    /// </remarks>
    public sealed class Delay : TimedFuture
    {
        private const int Idle = 0;
        private const int Asked = 1;
        private const int Armed = 2;

        private int _state;
        private long _time;

        /// <summary>Arms it to be ready <paramref name="duration"/> after its first poll.</summary>
        /// <param name="duration">µs, 0 to <see cref="Duration.Longest"/>. 0 is ready at once.</param>
        /// <returns>This delay, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The duration is negative or too long.</exception>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public Delay For(long duration)
        {
            Arm(Asked, duration);
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
            Arm(Armed, deadline);
            return this;
        }

        /// <inheritdoc/>
        /// <exception cref="System.InvalidOperationException">It is not armed, or the timer queue is full.</exception>
        public override Poll Poll(Waker waker)
        {
            if (_state == Armed)
            {
                if (WaitUntil(_time, waker) == Pending)
                {
                    return Pending;
                }
            }
            else if (_state == Idle)
            {
                throw Throw.DelayNotArmed();
            }
            else if (_time > 0)
            {
                Executor executor = waker.Executor;
                _time = executor.DeadlineAfter(_time);
                _state = Armed;
                Enqueue(_time, waker, executor);
                return Pending;
            }

            _state = Idle;
            return Ready;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            Detach();
            _state = Idle;
        }

        private void Arm(int state, long time)
        {
            if ((ulong)time > (ulong)Duration.Longest)
            {
                throw Throw.DelayOutOfRange(time);
            }

            if (Queue != null)
            {
                throw Throw.DelayPending();
            }

            _state = state;
            _time = time;
        }
    }
}
