namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// A hardware alarm at its worst: it compares when the clock moves and at no other time, so armed for a time that
    /// has passed it never expires; and it tells any time after.
    /// </summary>
    internal sealed class ModelAlarm : Alarm
    {
        /// <summary>Not armed.</summary>
        internal const long Nothing = long.MaxValue;

        private readonly Register _armed;
        private readonly Register _due;

        internal ModelAlarm(World world, string name)
        {
            _armed = world.Register(name + ".armed", Nothing);
            _due = world.Register(name + ".due");
            world.Interrupt(name, () =>
            {
                _due.Value = 0;
                Expire();
            }).Whenever(() => _due.Peek == 1);
        }

        public override void Arm(long deadline, long now)
        {
            _armed.Value = deadline;
        }

        public override void Disarm()
        {
            _armed.Value = Nothing;
        }

        /// <summary>The time it is armed for; <see cref="Nothing"/> if it is not.</summary>
        internal long Armed => _armed.Value;

        /// <summary>The time it is armed for and expires at; <see cref="Nothing"/> if it does not.</summary>
        internal long ArmedAfter(long now)
        {
            long armed = Armed;
            return armed > now ? armed : Nothing;
        }

        /// <summary>Whether it expires if the clock moves on, for a condition.</summary>
        internal bool WillExpireAfter(long now)
        {
            return _armed.Peek != Nothing && _armed.Peek > now;
        }

        internal void TimeMoved(long before, long now)
        {
            long armed = _armed.Value;
            if (before < armed && armed <= now)
            {
                _armed.Value = Nothing;
                _due.Value = 1;
            }
        }

        /// <summary>Expires for no reason.</summary>
        internal void ExpireEarly()
        {
            Expire();
        }
    }
}
