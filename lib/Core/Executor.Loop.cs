using System;

namespace NanoExecutor
{
    // The loop: run what is hinted, look at the clock, look at every slot, park.
    public sealed partial class Executor
    {
        // Between two looks at the clock an executor that is awake polls this often at the most, and as seldom as keeps the
        // looks about this many µs apart: reading the clock costs as much as one or two polls.
        private const int MostPollsPerTick = 64;
        private const long TickTooLong = 500;
        private const long TickTooShort = 125;

        private int _pollsPerTick = 1;
        private long _now;
        private long _gaveWayAt;
        private long _timeAsleep;
        private bool _alarmArmed;

        // Polls some, fires what is due; false if every task sleeps and nothing is due.
        private bool Step()
        {
            try
            {
                _protocol.RunHinted(_pollsPerTick);
            }
            catch (Exception exception)
            {
                Fault(exception);
            }

            long before = _now;
            _timers.Fire(Look());
            if (!_protocol.HasHint)
            {
                return _protocol.FindAwake();
            }

            Pace(before);
            return true;
        }

        private long Look()
        {
            _now = _clock.Now;
            return _now;
        }

        // A busy executor: keeps the looks at the clock apart, renews lost hints, gives way.
        private void Pace(long before)
        {
            long now = _now;
            if (now - before > TickTooLong)
            {
                _pollsPerTick = (_pollsPerTick + 1) >> 1;
            }
            else if (now - before < TickTooShort && _pollsPerTick < MostPollsPerTick)
            {
                _pollsPerTick <<= 1;
            }

            _protocol.RenewHints();
            if (now - _gaveWayAt >= _parker.GiveWayAfter)
            {
                _parker.GiveWay();
                _gaveWayAt = Look();
            }
        }

        // Every task sleeps: waits for the nearest deadline, awake if it is near, and fires it, so that the next step polls.
        private void Idle()
        {
            long deadline = _timers.Next;
            if (deadline - _now <= _parker.NearDeadline)
            {
                _parker.GiveWay();
                Look();
            }
            else
            {
                Sleep(deadline);
            }

            _timers.Fire(_now);
        }

        // Parks with the alarm armed for the deadline, if there is one.
        private void Sleep(long deadline)
        {
            long now = _now;
            IdleHook hook = OnIdle;
            if (hook != null)
            {
                hook(this);
            }

            if (deadline != TimerQueue.None)
            {
                _alarmArmed = true;
                _alarm.Arm(deadline, now);

                // The deadline may have passed while the alarm was armed, which then may never expire.
                now = Look();
                if (now >= deadline)
                {
                    return;
                }
            }
            else if (_alarmArmed)
            {
                _alarmArmed = false;
                _alarm.Disarm();
            }

            _protocol.Park(deadline);
            _timeAsleep += Look() - now;
            _gaveWayAt = _now;
        }

        [ThrowHelper]
        private void Fault(Exception exception)
        {
            int slot = _tasks.Polling;
            if (slot == TaskTable.NoSlot)
            {
                throw exception;
            }

            _tasks.Polling = TaskTable.NoSlot;
            _tasks.Fault(slot, exception);
            FaultHook hook = OnFault;
            if (hook != null)
            {
                hook(this, _tasks.HandleOf(slot), exception);
            }
        }
    }
}
