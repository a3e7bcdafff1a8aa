namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>A clock that an actor moves on.</summary>
    internal sealed class ModelClock : Clock
    {
        private readonly Register _now;

        internal ModelClock(World world)
        {
            _now = world.Register("clock");
        }

        public override long Now => _now.Value;

        /// <summary>The time, for a check after the end.</summary>
        internal long Peek => _now.Peek;

        /// <summary>Sets it, as an interrupt of the machine does.</summary>
        internal void MoveTo(ModelAlarm alarm, long time)
        {
            long before = _now.Value;
            _now.Value = time;
            alarm.TimeMoved(before, time);
        }

        /// <summary>An interrupt sets it to each of these times in turn, at any moment.</summary>
        /// <param name="world">Where the interrupt lives.</param>
        /// <param name="alarm">Expires when the time armed is passed.</param>
        /// <param name="times">Rising.</param>
        internal void Moves(World world, ModelAlarm alarm, params long[] times)
        {
            Register next = world.Register("clock.next");
            world.Interrupt("tick", () =>
            {
                long time = times[next.Value];
                next.Value++;
                MoveTo(alarm, time);
            }).Whenever(() => next.Peek < times.Length);
        }

        /// <summary>An interrupt sets it to a time, at any moment once a register is not 0.</summary>
        internal void MovesOnce(World world, ModelAlarm alarm, long time, Register gate)
        {
            world.Interrupt("tick", () => MoveTo(alarm, time)).When(() => gate.Peek != 0);
        }

        /// <summary>
        /// An interrupt sets it to the time an alarm is armed for, at any moment while it is and a register is not 0.
        /// </summary>
        internal void Follows(World world, ModelAlarm alarm, Register gate)
        {
            world.Interrupt("tick", () =>
            {
                long armed = alarm.Armed;
                if (armed != ModelAlarm.Nothing)
                {
                    MoveTo(alarm, armed);
                }
            }).Whenever(() => gate.Peek != 0 && alarm.WillExpireAfter(_now.Peek));
        }
    }
}
