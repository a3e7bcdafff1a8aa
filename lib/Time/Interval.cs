namespace NanoExecutor
{
    /// <summary>What an <see cref="Interval"/> does about ticks that passed while nobody polled it.</summary>
    public enum MissedTickBehavior
    {
        /// <summary>
        /// Passes over them and counts them; the next tick is the next on the grid that is still to come.
        /// </summary>
        Skip = 0,

        /// <summary>Delivers each of them, without waiting, until it has caught up.</summary>
        Burst = 1,
    }

    /// <summary>
    /// Ready once a period, for ever, without drift: tick n is due n periods after the start, however late others came.
    /// Reusable; it needs no arming.
    /// </summary>
    /// <remarks>
    /// <para>It starts with its first poll; the first tick is due one period later.</para>
    /// <para>
    /// A tick is never early, also on a coarse clock. One that is taken late says so (<see cref="Lag"/>). What happens
    /// when a whole period was missed is the <see cref="MissedTickBehavior"/> policy given to the constructor; skipped ticks are
    /// counted in <see cref="Skipped"/>.
    /// </para>
    /// <para><b>Poll:</b> one clock reading when a tick is due, and a place in the timer queue for the next.</para>
    /// <para><b>Cancel:</b> forgets the grid; the next poll starts a new one. Ticks that were due are lost.</para>
    /// </remarks>
    public sealed class Interval : TimedFuture
    {
        private readonly MissedTickBehavior _catchUp;
        private long _period;
        private long _tolerance;
        private long _due;
        private bool _started;

        /// <summary>An interval that skips missed ticks.</summary>
        /// <param name="period">µs between ticks, 1 to <see cref="Duration.Longest"/>.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The period is not positive or too long.</exception>
        public Interval(long period)
            : this(period, MissedTickBehavior.Skip)
        {
        }

        /// <summary>An interval that skips missed ticks, and whose ticks may be somewhat late.</summary>
        /// <param name="period">µs between ticks, 1 to <see cref="Duration.Longest"/>.</param>
        /// <param name="tolerance">
        /// µs by which a tick may be later than due, 0 or more (<see cref="Delay.For(long, long)"/>). The grid stays.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">A time is out of range.</exception>
        public Interval(long period, long tolerance)
            : this(period, MissedTickBehavior.Skip)
        {
            if ((ulong)tolerance > (ulong)Duration.Longest)
            {
                throw Throw.ToleranceOutOfRange(tolerance);
            }

            _tolerance = tolerance;
        }

        /// <summary>An interval with a policy for missed ticks.</summary>
        /// <param name="period">µs between ticks, 1 to <see cref="Duration.Longest"/>.</param>
        /// <param name="missedTicks">What to do about ticks that were missed.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// The period is not positive or too long, or there is no such policy.
        /// </exception>
        public Interval(long period, MissedTickBehavior missedTicks)
        {
            _catchUp = (MissedTickBehavior)Checks.Choice("missedTicks", (int)missedTicks, (int)MissedTickBehavior.Burst);
            Every(period);
        }

        /// <summary>µs by which the latest tick was taken after it was due.</summary>
        public long Lag { get; private set; }

        /// <summary>Ticks passed over so far, under <see cref="MissedTickBehavior.Skip"/>.</summary>
        public long Skipped { get; private set; }

        /// <summary>Changes the period and starts a new grid with the next poll. Leaves the timer queue.</summary>
        /// <param name="period">µs between ticks, 1 to <see cref="Duration.Longest"/>.</param>
        /// <returns>This interval, to be awaited.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The period is not positive or too long.</exception>
        public Interval Every(long period)
        {
            if (period <= 0 || period > Duration.Longest)
            {
                throw Throw.PeriodOutOfRange(period);
            }

            Cancel();
            _period = period;
            return this;
        }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (!_started)
            {
                _due = waker.Executor.DeadlineAfter(_period);
                _started = true;
                SetDeadline(_due, _tolerance);
            }

            if (WaitUntil(waker) == Pending)
            {
                return Pending;
            }

            Lag = waker.Executor.ReadClock() - _due;
            if (_catchUp == MissedTickBehavior.Skip && Lag >= _period)
            {
                long missed = Lag / _period;
                Skipped += missed;
                _due += missed * _period;
            }

            _due += _period;
            SetDeadline(_due, _tolerance);
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
            _started = false;
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Interval).Deadline(this);
        }
    }
}
