namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// Time that passes only when the program says so, and the schedule of what happens in it. The same script gives
    /// the same run, event for event, as fast as the machine can go.
    /// </summary>
    /// <remarks>
    /// <para>Time passes in three ways, none of which looks at a real clock:</para>
    /// <list type="bullet">
    /// <item>a <see cref="VirtualParker"/> jumps to the next thing scheduled;</item>
    /// <item>
    /// each reading of the clock costs <see cref="ReadingCost"/>, so that timers come due while tasks keep an executor
    /// busy;
    /// </item>
    /// <item><see cref="Advance"/> and <see cref="AdvanceTo"/> say that something took long.</item>
    /// </list>
    /// <para>
    /// What is scheduled fires at its own time, in the middle of a step that passes it if need be, and for equal times
    /// in the order of scheduling. Interrupts do not nest: one that comes while another fires waits for its end.
    /// </para>
    /// <para>
    /// One thread at a time uses a virtual clock and what hangs on it. Any number of parkers may share one,
    /// so executors may take turns on it.
    /// </para>
    /// </remarks>
    public sealed class VirtualClock : Clock
    {
        /// <summary>The most interrupts that may be scheduled at once.</summary>
        public const int MaxInterrupts = 1000000;

        private readonly InterruptQueue _queue;
        private readonly int _interrupts;
        private int _ends;
        private long _now;
        private long _readingCost = 1;
        private bool _firing;

        /// <summary>
        /// Makes a clock that shows 0. All it will ever need is allocated here, and by the parkers that go by it.
        /// </summary>
        /// <param name="interrupts">
        /// Interrupts that may be scheduled at once, 1 to <see cref="MaxInterrupts"/>; parkers bring places of their own.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is out of range.</exception>
        public VirtualClock(int interrupts)
        {
            if (interrupts < 1 || interrupts > MaxInterrupts)
            {
                throw Throw.NoPlaces(interrupts, MaxInterrupts);
            }

            _queue = new InterruptQueue(interrupts);
            _interrupts = interrupts;
        }

        /// <summary>
        /// What each reading of the clock takes, µs, 0 or more; 1 at first. With 0 a busy executor stops the time.
        /// </summary>
        /// <exception cref="System.ArgumentOutOfRangeException">The cost is negative.</exception>
        public long ReadingCost
        {
            get => _readingCost;
            set
            {
                if (value < 0)
                {
                    throw Throw.NegativeCost("A reading cost", value);
                }

                _readingCost = value;
            }
        }

        /// <summary>The time, read without cost: for scripts, tests and displays.</summary>
        public long Time => _now;

        /// <summary>Interrupts and ends of parks scheduled and not fired yet.</summary>
        public int Scheduled => _queue.Count;

        /// <summary>Interrupts and ends of parks fired so far. Up to 2^63.</summary>
        public long Fired { get; private set; }

        /// <summary>
        /// The time, µs; reading it takes <see cref="ReadingCost"/>, and interrupts may fire meanwhile.
        /// </summary>
        public override long Now
        {
            get
            {
                Advance(_readingCost);
                return _now;
            }
        }

        /// <summary>Schedules an interrupt. Allocates nothing.</summary>
        /// <param name="time">When it fires, µs; one in the past fires with the next step of time.</param>
        /// <param name="interrupt">What fires. It may be scheduled several times at once.</param>
        /// <exception cref="System.ArgumentNullException">The interrupt is null.</exception>
        /// <exception cref="System.InvalidOperationException">
        /// As many are scheduled as the clock was made for.
        /// </exception>
        public void Schedule(long time, ScriptedInterrupt interrupt)
        {
            if (interrupt == null)
            {
                throw Throw.NullInterrupt();
            }

            // The places of the parkers are theirs: a park could not end otherwise.
            if (_queue.Count - _ends >= _interrupts)
            {
                throw Throw.ScheduleFull(_interrupts);
            }

            _queue.Add(time, interrupt);
        }

        /// <summary>Takes the next firing of an interrupt off the schedule. Allocates nothing.</summary>
        /// <param name="interrupt">What was scheduled.</param>
        /// <returns>Whether it was scheduled.</returns>
        public bool Cancel(ScriptedInterrupt interrupt)
        {
            return _queue.Remove(interrupt);
        }

        /// <summary>Lets time pass, as a long computation would; what comes due fires.</summary>
        /// <param name="duration">µs, 0 or more.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// The duration is negative, or goes beyond what the clock can show.
        /// </exception>
        public void Advance(long duration)
        {
            if (duration < 0)
            {
                throw Throw.AdvanceBackwards(_now, duration);
            }

            if (duration > long.MaxValue - _now)
            {
                throw Throw.BeyondTheEnd(_now, duration);
            }

            AdvanceTo(_now + duration);
        }

        /// <summary>
        /// Lets time pass until the clock shows <paramref name="time"/>, firing each interrupt at its own time.
        /// </summary>
        /// <param name="time">µs, not less than <see cref="Time"/>.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The time has passed.</exception>
        public void AdvanceTo(long time)
        {
            if (time < _now)
            {
                throw Throw.SetBack(_now, time);
            }

            while (!_firing && _queue.Next <= time && JumpToNext())
            {
            }

            // What fired may have let more time pass than that.
            if (_now < time)
            {
                _now = time;
            }
        }

        /// <summary>Makes room for the end of a park.</summary>
        internal void AddPlace()
        {
            _queue.AddPlace();
        }

        /// <summary>Schedules the end of a park, for which there is always room.</summary>
        internal void ScheduleEnd(long time, ScriptedInterrupt end)
        {
            _ends++;
            _queue.Add(time, end);
        }

        /// <summary>A park is over, whether its end was scheduled and has fired or not.</summary>
        internal void CancelEnd(ScriptedInterrupt end)
        {
            _queue.Remove(end);
            _ends--;
        }

        /// <summary>Jumps to the next thing scheduled and fires it; false if there is none.</summary>
        internal bool JumpToNext()
        {
            if (_queue.Count == 0)
            {
                return false;
            }

            long next = _queue.Next;
            if (next > _now)
            {
                _now = next;
            }

            ScriptedInterrupt due = _queue.TakeNext();
            Fired++;
            _firing = true;
            try
            {
                due.Fire();
            }
            finally
            {
                _firing = false;
            }

            return true;
        }
    }
}
