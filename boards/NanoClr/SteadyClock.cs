using System.Threading;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>
    /// Monotonic time made of two clocks, neither of which will do alone: a coarse one that only goes forward, and a
    /// fine one that somebody may set, such as the time of day. It never waits.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The fine clock less an offset is the time; the coarse one says whether that can be true. At each look the time is
    /// ahead of the coarse clock by something from 0 to a step and its jitter, because the tick of a busy system is served
    /// late (on an emulated ESP32 ticks of 10 ms came 8 to 14 ms apart). So each look gives bounds for where the time stands to
    /// the ticks, and all looks together give narrow ones. A look whose bounds miss those of before by less than half a step is
    /// jitter, or the two clocks drift apart: the bounds are moved. One that misses them by more, or a time before the last
    /// reading, says that the fine clock was set: then the offset is chosen anew, so that the time goes on from the last
    /// reading, or from the least that is certain by the coarse clock.
    /// </para>
    /// <para>
    /// So the time never goes back, and a delay during which the fine clock is set is up to three steps longer, not
    /// shorter; but a clock that is set forward by less than two steps may stay unnoticed, and a delay may be shorter by as
    /// much.
    /// </para>
    /// <para>A fine clock that is no finer than the coarse one is left alone; <see cref="Resolution"/> says so.</para>
    /// <para>Threads may share one. Derived classes call <see cref="Measure"/> before the first reading.</para>
    /// </remarks>
    public abstract class SteadyClock : Clock
    {
        // Of the jitter: a quarter of a step.
        private const int DriftShare = 2;

        private const long TicksPerMicrosecond = 10;

        // The step is the shortest of as many: this thread may be stopped while it looks.
        private const int StepsMeasured = 3;

        // A clock that shows fewer times than this within a step of the other is no help.
        private const int FewestTimes = 4;

        private const long None = long.MinValue;

        /// <summary>
        /// To be added to what the coarse clock shows for a time that is not ahead, µs. Right after the fine clock was set it
        /// may be ahead by a step, until a few looks have narrowed the bounds.
        /// </summary>
        private protected long Lead;

        private long _step;
        private long _jitter;
        private long _width;
        private bool _isFine;

        // Fine clock less time, µs.
        private long _offset;

        // Bounds of the time less that which the coarse clock would show if it were fine and its ticks came in time, µs.
        private long _low;
        private long _high;

        // What the coarse clock showed at the last look, and until when the time may be without another one.
        private long _lookedAt = None;
        private long _end;
        private long _last;

        // 1 while a thread looks.
        private int _looking;

        /// <summary>1, or the step of the coarse clock in µs if the fine one is of no use.</summary>
        public override long Resolution => _isFine ? 1 : _step;

        /// <summary>
        /// How far <see cref="Clock.Coarse"/> may be behind, µs: two steps and a quarter; 0 if the fine clock is of no use.
        /// </summary>
        public override long CoarseError => _isFine ? _width + _jitter + (_jitter / DriftShare) : 0;

        /// <summary>ms; only goes forward.</summary>
        protected abstract long ReadCoarse();

        /// <summary>Units of 100 ns; may be set to anything at any time.</summary>
        protected abstract long ReadFine();

        /// <summary>
        /// Finds out how coarse and how fine the two clocks are, and where they stand to each other. Takes up to four steps
        /// of the coarse one.
        /// </summary>
        protected void Measure()
        {
            long previous = None;
            long high = long.MaxValue;
            long low = long.MinValue;
            int times = 0;
            _step = long.MaxValue;
            for (int i = 0; i <= StepsMeasured; i++)
            {
                // The times that the fine clock shows until the coarse one steps.
                long start = ReadCoarse();
                long coarse = start;
                long before = 0;
                times = 0;
                while (coarse == start)
                {
                    long fine = ReadFine();
                    coarse = ReadCoarse();
                    if (coarse == start && fine != before)
                    {
                        before = fine;
                        times++;
                    }
                }

                long latest = (before / TicksPerMicrosecond) - (start * Duration.Millisecond);
                long earliest = (ReadFine() / TicksPerMicrosecond) - (coarse * Duration.Millisecond);
                low = times > 0 && latest > low ? latest : low;
                high = earliest < high ? earliest : high;
                if (previous != None && coarse - previous < _step)
                {
                    _step = coarse - previous;
                }

                previous = coarse;
            }

            _step *= Duration.Millisecond;
            _isFine = times >= FewestTimes;
            if (_isFine)
            {
                _jitter = _step / 2;
                _width = _step + _jitter;
                _offset = high;
                SetBounds(low - high - _width, 0);
            }
        }

        /// <summary>The time at a reading of both clocks, µs; never less than before. Any thread; allocates nothing.</summary>
        /// <param name="coarse">What the coarse clock showed.</param>
        /// <param name="fine">What the fine one showed after that.</param>
        protected long TimeOf(long coarse, long fine)
        {
            // A thread may be stopped anywhere here while another chooses an offset. This one then has both values of before,
            // or what it makes of them is not what it can be. A last reading that is set back by a stopped thread only matters
            // if the fine clock is set back by as little in the same moment.
            long now = (fine / TicksPerMicrosecond) - _offset;
            if (coarse == _lookedAt && now >= _last && now <= _end)
            {
                _last = now;
                return now;
            }

            return Look(coarse, fine);
        }

        private long Look(long coarse, long fine)
        {
            long ticks = coarse * Duration.Millisecond;
            if (!_isFine)
            {
                return ticks;
            }

            long now = (fine / TicksPerMicrosecond) - _offset;
            if (Interlocked.CompareExchange(ref _looking, 1, 0) != 0)
            {
                // Another thread was stopped in the middle of a look. If the clock was set, the ticks are right as well.
                now = now < ticks + _low || now > ticks + _high + _width ? ticks + _low : now;
                now = now < _last ? _last : now;
                _last = now;
                return now;
            }

            try
            {
                now = (fine / TicksPerMicrosecond) - _offset;
                long ahead = now - ticks;
                if (now < _last || ahead < _low || ahead > _high + _width)
                {
                    _lookedAt = None;
                    now = LookAgain();
                }
                else
                {
                    SetBounds(
                        ahead - _width > _low ? ahead - _width : _low,
                        ahead < _high ? ahead : _high);
                    _end = ticks + _high + _width;
                    _lookedAt = coarse;
                }

                _last = now;
                return now;
            }
            finally
            {
                _looking = 0;
            }
        }

        // The time at a reading that does not fit what is known. This thread may have been stopped in the middle of it.
        private long LookAgain()
        {
            long before = ReadCoarse() * Duration.Millisecond;
            long fine = ReadFine() / TicksPerMicrosecond;
            long after = ReadCoarse() * Duration.Millisecond;
            long now = fine - _offset;
            long low = now - after - _width;
            long high = now - before;
            if (now < _last || high < _low - _jitter || low > _high + _jitter)
            {
                // Set. Nobody can have seen a later time than this, except in a tick that was served too late.
                long latest = after + _high + _width;
                long last = _last < latest ? _last : latest;
                now = before + _low;
                now = now < last ? last : now;
                _offset = fine - now;
                SetBounds(now - after - _width, now - before);
            }
            else if (high < _low)
            {
                SetBounds(high - _jitter, high);
            }
            else if (low > _high)
            {
                SetBounds(low, low + _jitter);
            }
            else
            {
                SetBounds(low > _low ? low : _low, high < _high ? high : _high);
            }

            return now;
        }

        private void SetBounds(long low, long high)
        {
            _low = low;
            _high = high;
            // Less what the clocks may drift before the next look that sees it: rather behind than ahead.
            Lead = (low > high - _jitter ? low : high - _jitter) - (_jitter / DriftShare);
        }
    }
}
