using System.Threading;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>
    /// Monotonic time made of two clocks, neither of which will do alone: a coarse one that only goes forward, and a fine one
    /// that somebody may set, such as the time of day.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The fine clock tells the time, and at least once a millisecond it is held against the coarse one: what does not lie
    /// within the step that this shows is put right. So whatever happens to the fine clock, the time never goes back and is
    /// wrong by less than a step of the coarse clock and a millisecond. When somebody has set it, that look waits for the
    /// coarse clock to step, once, to find its place again: up to a step (1 ms in the emulator, 10 ms where the system ticks
    /// at 100 Hz). A jump that is smaller than a step may stay unnoticed for a while; a delay may be early by as much.
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

        // A clock that shows fewer times than this within a step of the other is no help.
        private const int FewestTimes = 4;

        private long _step;
        private bool _isFine;
        private long _offset;
        private long _last;
        private long _lookAt;

        // 1 while a thread holds the two clocks against each other.
        private int _looking;

        /// <summary>µs since the coarse clock showed 0; never less than before. Any thread; allocates nothing.</summary>
        public override long Now
        {
            get
            {
                // A thread that is stopped before the store sets the last reading back. That does no harm: each reading is
                // taken from the clock, and the last one only matters while somebody sets it back.
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
        /// Finds out how coarse and how fine the two clocks are, and where they stand to each other. Takes four steps of the
        /// coarse one.
        /// </summary>
        protected void Measure()
        {
            int times = Align();
            long previous = ReadCoarse();
            _step = long.MaxValue;
            for (int i = 0; i < StepsMeasured; i++)
            {
                times = Align();
                long next = ReadCoarse();
                long step = (next - previous) * Duration.Millisecond;
                previous = next;
                if (step < _step)
                {
                    _step = step;
                }
            }

            _isFine = times >= FewestTimes;
        }

        private long Look()
        {
            long floor = ReadCoarse() * Duration.Millisecond;
            if (Interlocked.CompareExchange(ref _looking, 1, 0) != 0)
            {
                // Another thread was stopped in the middle. The start of the step is true as well.
                return floor < _last ? _last : floor;
            }

            long now = _isFine ? PutRight(floor) : floor;
            if (now < _last)
            {
                now = _last;
            }

            _last = now;
            _lookAt = _isFine ? now + Trust : 0;
            _looking = 0;
            return now;
        }

        private long PutRight(long floor)
        {
            long now = (ReadFine() / TicksPerMicrosecond) - _offset;
            if (IsFarFrom(now, floor))
            {
                // This thread was stopped between the two readings, or somebody has set the clock.
                floor = ReadCoarse() * Duration.Millisecond;
                now = (ReadFine() / TicksPerMicrosecond) - _offset;
                if (IsFarFrom(now, floor))
                {
                    Align();
                    floor = ReadCoarse() * Duration.Millisecond;
                    now = (ReadFine() / TicksPerMicrosecond) - _offset;
                }
            }

            long inside = now < floor ? floor : now >= floor + _step ? floor + _step - 1 : now;
            _offset += now - inside;
            return inside;
        }

        private bool IsFarFrom(long now, long floor)
        {
            return now < floor - Drift || now >= floor + _step + Drift;
        }

        // Waits for the coarse clock to step and notes what the fine one shows then; how many times it showed on the way.
        private int Align()
        {
            long coarse = ReadCoarse();
            long fine = ReadFine();
            int times = 1;
            long next;
            do
            {
                long read = ReadFine();
                if (read != fine)
                {
                    fine = read;
                    times++;
                }

                next = ReadCoarse();
            }
            while (next == coarse);

            _offset = (fine / TicksPerMicrosecond) - (next * Duration.Millisecond);
            return times;
        }
    }
}
