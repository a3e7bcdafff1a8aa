namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// Parks by jumping through a <see cref="VirtualClock"/> from one thing scheduled to the next, until one of them
    /// unparks.
    /// </summary>
    public sealed class VirtualParker : Parker
    {
        private readonly VirtualClock _clock;
        private bool _unparked;

        /// <summary>Makes a parker that goes by a clock.</summary>
        /// <param name="clock">The clock it goes by.</param>
        public VirtualParker(VirtualClock clock)
        {
            _clock = clock;
        }

        /// <summary>µs that giving way takes, 0 or more; 1 at first.</summary>
        public long GiveWayCost { get; set; } = 1;

        /// <summary>Parks so far, those that an earlier unpark ended at once included.</summary>
        public long Parks { get; private set; }

        /// <inheritdoc/>
        /// <exception cref="System.InvalidOperationException">
        /// Nothing is scheduled any more: on a real machine this park would never end.
        /// </exception>
        public override void Park(long deadline)
        {
            Parks++;
            while (!_unparked)
            {
                if (!_clock.JumpToNext())
                {
                    throw Throw.NothingWillWake(_clock.Time);
                }
            }

            _unparked = false;
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
    }
}
