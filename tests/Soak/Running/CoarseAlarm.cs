using NanoExecutor.Boards.Virtual;

namespace NanoExecutor.Soak.Running
{
    /// <summary>Expires at the steps of a coarse clock, as that clock would show the deadline.</summary>
    internal sealed class CoarseAlarm : Alarm
    {
        private readonly VirtualClock _clock;
        private readonly long _step;
        private readonly Expiry _expiry;

        public CoarseAlarm(VirtualClock clock, long step)
        {
            _clock = clock;
            _step = step;
            _expiry = new Expiry(this);
        }

        public override void Arm(long deadline, long now)
        {
            Disarm();
            _clock.Schedule((deadline + _step - 1) / _step * _step, _expiry);
        }

        public override void Disarm()
        {
            _clock.Cancel(_expiry);
        }

        private sealed class Expiry(CoarseAlarm alarm) : ScriptedInterrupt
        {
            protected override void Fire()
            {
                alarm.Expire();
            }
        }
    }
}
