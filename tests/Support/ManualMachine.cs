using System;
using System.Threading;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// A machine whose time stands still until a test moves it, or until its executor parks: then it jumps to the armed
    /// deadline and the alarm expires.
    /// </summary>
    internal sealed class ManualMachine
    {
        internal readonly ManualClock Clock = new ManualClock();
        internal readonly ManualAlarm Alarm = new ManualAlarm();
        internal readonly ManualParker Parker;

        internal ManualMachine()
        {
            Parker = new ManualParker(this);
        }

        internal Executor NewExecutor(int capacity)
        {
            return new Executor(capacity, Clock, Alarm, Parker);
        }
    }

    internal sealed class ManualClock : Clock
    {
        internal long Time;
        internal long Step = 1;

        public override long Now => Time - (Time % Step);

        public override long Resolution => Step;
    }

    internal sealed class ManualAlarm : Alarm
    {
        internal const long Unarmed = long.MaxValue;

        internal long Deadline = Unarmed;
        internal int Arms;

        public override void Arm(long deadline, long now)
        {
            Deadline = deadline;
            Arms++;
        }

        public override void Disarm()
        {
            Deadline = Unarmed;
        }

        internal void Ring()
        {
            Deadline = Unarmed;
            Expire();
        }
    }

    internal sealed class ManualParker : Parker
    {
        private readonly ManualMachine _machine;
        private bool _unparked;

        internal ManualParker(ManualMachine machine)
        {
            _machine = machine;
        }

        /// <summary>Called in each park, as an interrupt would come; null for none.</summary>
        internal ThreadStart DuringPark { get; set; }

        internal int Parks;

        public override void Park(long deadline)
        {
            Parks++;
            if (DuringPark != null)
            {
                DuringPark();
            }

            if (!_unparked)
            {
                if (_machine.Alarm.Deadline == ManualAlarm.Unarmed)
                {
                    throw new InvalidOperationException("Parked for ever: no alarm is armed and nobody wakes.");
                }

                if (_machine.Clock.Time < _machine.Alarm.Deadline)
                {
                    _machine.Clock.Time = _machine.Alarm.Deadline;
                }

                _machine.Alarm.Ring();
            }

            _unparked = false;
        }

        public override void Unpark()
        {
            _unparked = true;
        }
    }
}
