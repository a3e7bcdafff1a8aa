namespace NanoExecutor.Boards.Virtual
{
    /// <summary>
    /// An alarm that stands in the schedule of a <see cref="VirtualClock"/> and expires exactly when it is due.
    /// </summary>
    public sealed class VirtualAlarm : Alarm
    {
        private readonly VirtualClock _clock;
        private readonly Expiry _expiry;

        /// <summary>Makes an alarm, and a place for it in the schedule.</summary>
        /// <param name="clock">The clock it goes by.</param>
        public VirtualAlarm(VirtualClock clock)
        {
            _clock = clock;
            _expiry = new Expiry(this);
            clock.AddPlace();
        }

        /// <inheritdoc/>
        public override void Arm(long deadline, long now)
        {
            Disarm();
            _clock.Schedule(deadline, _expiry);
        }

        /// <inheritdoc/>
        public override void Disarm()
        {
            _clock.Cancel(_expiry);
        }

        private sealed class Expiry : ScriptedInterrupt
        {
            private readonly VirtualAlarm _alarm;

            internal Expiry(VirtualAlarm alarm)
            {
                _alarm = alarm;
            }

            protected internal override void Fire()
            {
                _alarm.Expire();
            }
        }
    }
}
