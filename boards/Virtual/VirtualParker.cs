namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// Parks by jumping through a <see cref="VirtualClock"/> from one thing scheduled to the next, until one of them
    /// unparks or the time is up.
    /// </summary>
    public sealed class VirtualParker : Parker
    {
        private readonly VirtualClock _clock;
        private readonly TimeUp _timeUp;
        private long _giveWayCost = 1;
        private bool _unparked;

        /// <summary>Makes a parker that goes by a clock, and a place for it in the schedule.</summary>
        /// <param name="clock">The clock it goes by.</param>
        /// <exception cref="System.ArgumentNullException">The clock is null.</exception>
        public VirtualParker(VirtualClock clock)
        {
            if (clock == null)
            {
                throw Throw.NullClock();
            }

            _clock = clock;
            _timeUp = new TimeUp(this);
            clock.AddPlace();
        }

        /// <summary>µs that giving way takes, 0 or more; 1 at first.</summary>
        /// <exception cref="System.ArgumentOutOfRangeException">The cost is negative.</exception>
        public long GiveWayCost
        {
            get => _giveWayCost;
            set
            {
                if (value < 0)
                {
                    throw Throw.NegativeCost("A cost of giving way", value);
                }

                _giveWayCost = value;
            }
        }

        /// <summary>Parks so far, those that an earlier unpark ended at once included. Up to 2^63.</summary>
        public long Parks { get; private set; }

        /// <inheritdoc/>
        /// <exception cref="System.InvalidOperationException">
        /// Nothing is scheduled any more: on a real machine this park would never end.
        /// </exception>
        public override void Park(long until)
        {
            Parks++;
            if (_unparked)
            {
                _unparked = false;
                return;
            }

            if (until != long.MaxValue)
            {
                _clock.ScheduleEnd(until, _timeUp);
            }

            try
            {
                while (!_unparked)
                {
                    if (!_clock.JumpToNext())
                    {
                        throw Throw.NothingWillWake(_clock.Time, this);
                    }
                }
            }
            finally
            {
                _unparked = false;
                if (until != long.MaxValue)
                {
                    _clock.CancelEnd(_timeUp);
                }
            }
        }

        /// <inheritdoc/>
        public override void Unpark()
        {
            _unparked = true;
        }

        /// <inheritdoc/>
        public override void GiveWay()
        {
            _clock.Advance(GiveWayCost);
        }

        /// <summary>For the error that nothing will wake them.</summary>
        [Allocates("the text")]
        internal string Sleepers()
        {
            return DescribeSleepers();
        }

        private sealed class TimeUp : ScriptedInterrupt
        {
            private readonly VirtualParker _parker;

            internal TimeUp(VirtualParker parker)
            {
                _parker = parker;
            }

            protected internal override void Fire()
            {
                _parker._unparked = true;
            }
        }
    }
}
