using System.Threading;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>
    /// Monotonic time made of two clocks, neither of which will do alone: a coarse one that only goes forward, and a
    /// fine one that somebody may set, such as the time of day.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The fine clock tells the time, and at least once a millisecond it is held against the coarse one: what does not
    /// lie within the step that this shows is put right. So whatever happens to the fine clock, the time never goes
    /// back and is wrong by less than a step of the coarse clock and a millisecond. When somebody has set it, that look
    /// waits for the coarse clock to step to find its place again: a step as a rule (1 ms in the emulator, 10 ms where
    /// the system ticks at 100 Hz), three if it is disturbed. A jump that is smaller than a step may stay unnoticed for
    /// a while; a delay may be early by as much.
    /// </para>
    /// <para>A fine clock that is no finer than the coarse one is left alone; <see cref="Resolution"/> says so.</para>
    /// <para>Threads may share one. Derived classes call <see cref="Measure"/> before the first reading.</para>
    /// </remarks>
    public abstract class GuardedClock : Clock
    {
        private const long TicksPerMicrosecond = 10;

        // The fine clock is believed for so long after a look at the coarse one, µs: the look costs as much again.
        private const long Trust = 1000;

        // Two clocks that drift against each other miss by this much at most between two looks; more is a jump.
        private const long Drift = 100;

        // The step is the shortest of as many: this thread may be stopped while it looks.
        private const int StepsMeasured = 3;

        // So often at the most it waits for a step after a jump, until it knows the place within the drift.
        private const int Tries = 3;

        // A clock that shows fewer times than this within a step of the other is no help.
        private const int FewestTimes = 4;

        private long _step;
        private bool _isFine;
        private long _offset;

        // How exactly the offset is known, in units of the fine clock.
        private long _margin;
        private long _last;
        private long _lookAt;

        // 1 while a thread holds the two clocks against each other.
        private int _looking;

        /// <summary>
        /// µs since the coarse clock showed 0; never less than before. Any thread; allocates nothing.
        /// </summary>
        public override long Now
        {
            get
            {
                // A thread that is stopped before the store sets the last reading back. That does no harm: each reading
                // is taken from the clock, and the last one only matters while somebody sets it back.
                long now = (ReadFine() / TicksPerMicrosecond) - _offset;
                if (now >= _last && now < _lookAt)
                {
                    _last = now;
                    return now;
                }

                return Look();
            }
        }

        /// <summary>1, or the step of the coarse clock in µs if the fine one is of no use.</summary>
        public override long Resolution => _isFine ? 1 : _step;

        /// <summary>ms; only goes forward.</summary>
        protected abstract long ReadCoarse();

        /// <summary>Units of 100 ns; may be set to anything at any time.</summary>
        protected abstract long ReadFine();

        /// <summary>
        /// Finds out how coarse and how fine the two clocks are, and where they stand to each other. Takes four steps
        /// of the coarse one.
        /// </summary>
        protected void Measure()
        {
            _margin = long.MaxValue;
            int times = Align();
            long previous = ReadCoarse();
            long step = long.MaxValue;
            for (int i = 0; i < StepsMeasured; i++)
            {
                times = Align();
                long next = ReadCoarse();
                if (next - previous < step)
                {
                    step = next - previous;
                }

                previous = next;
            }

            _step = step * Duration.Millisecond;
            _isFine = times >= FewestTimes;
        }

        private long Look()
        {
            if (Interlocked.CompareExchange(ref _looking, 1, 0) != 0)
            {
                // Another thread was stopped in the middle. The start of the step is true as well.
                long start = ReadCoarse() * Duration.Millisecond;
                return start < _last ? _last : start;
            }

            long now = _isFine ? PutRight() : ReadCoarse() * Duration.Millisecond;
            if (now < _last)
            {
                now = _last;
            }

            _last = now;
            _lookAt = _isFine ? now + Trust : 0;
            _looking = 0;
            return now;
        }

        // What the fine clock shows, if it lies between what the coarse one shows before and after.
        private long PutRight()
        {
            long floor = ReadCoarse() * Duration.Millisecond;
            long now = (ReadFine() / TicksPerMicrosecond) - _offset;
            if (now >= floor && now < floor + _step)
            {
                return now;
            }

            long end = (ReadCoarse() * Duration.Millisecond) + _step;
            if (now < floor - Drift || now >= end + Drift)
            {
                // Somebody has set the clock.
                _margin = long.MaxValue;
                for (int i = 0; i < Tries && _margin > Drift * TicksPerMicrosecond; i++)
                {
                    Align();
                }

                floor = ReadCoarse() * Duration.Millisecond;
                now = (ReadFine() / TicksPerMicrosecond) - _offset;
                end = (ReadCoarse() * Duration.Millisecond) + _step;
            }

            long inside = now < floor ? floor : now >= end ? end - 1 : now;
            _offset += now - inside;
            return inside;
        }

        // Waits for the coarse clock to step and notes what the fine one showed before that, unless it is known better:
        // this thread may be stopped meanwhile. Rather ahead than behind, as what is behind and caught up makes a delay
        // early.
        private int Align()
        {
            long before = ReadFine();
            long coarse = ReadCoarse();
            int times = 1;
            while (true)
            {
                long fine = ReadFine();
                long next = ReadCoarse();
                if (next != coarse)
                {
                    long margin = ReadFine() - before;
                    if (margin < _margin)
                    {
                        _margin = margin;
                        _offset = (before / TicksPerMicrosecond) - (next * Duration.Millisecond);
                    }

                    return times;
                }

                if (fine != before)
                {
                    before = fine;
                    times++;
                }
            }
        }
    }
}
