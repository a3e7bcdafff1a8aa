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
        private bool _unparked;

        /// <summary>Makes a parker that goes by a clock, and a place for it in the schedule.</summary>
        /// <param name="clock">The clock it goes by.</param>
        public VirtualParker(VirtualClock clock)
        {
            _clock = clock;
            _timeUp = new TimeUp(this);
            clock.AddPlace();
        }

        /// <summary>µs that giving way takes, 0 or more; 1 at first.</summary>
        public long GiveWayCost { get; set; } = 1;

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
                _clock.Schedule(until, _timeUp);
            }

            try
            {
                while (!_unparked)
                {
                    if (!_clock.JumpToNext())
                    {
                        throw Throw.NothingWillWake(_clock.Time);
                    }
                }
            }
            finally
            {
                _unparked = false;
                _clock.Cancel(_timeUp);
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
