namespace NanoExecutor.Monitoring
{
    // What each kind of record does to the recording.
    internal sealed partial class Recording
    {
        private const int NotKnown = -1;

        private void TakeRecord(Frame frame)
        {
            if (frame.What == TraceEvent.Clock)
            {
                TakeClock(ClockOf(frame));
                return;
            }

            long time = TimeOf(frame);
            if (_replays.IsReplayed(frame, time))
            {
                return;
            }

            Start = _hasTime ? Math.Min(Start, time) : time;
            _hasTime = true;
            _at = time;
            Now = Math.Max(Now, time);
            TaskTrack task = frame.Id < 0 ? null : TaskIn(frame, time);
            switch (frame.What)
            {
                case TraceEvent.Spawn:
                    Moments.Add(new Moment(time, frame.What, task, frame.Argument));
                    break;
                case TraceEvent.Wake when task != null:
                    TakeWake(task, time, frame.Argument);
                    break;
                case TraceEvent.PollBegin when task != null:
                    BeginPoll(task, time);
                    break;
                case TraceEvent.PollEnd when task != null:
                    EndPoll(task, time, frame.Argument);
                    break;
                case TraceEvent.Park:
                    ClosePoll(time);
                    _parkedSince = time;
                    break;
                case TraceEvent.Unpark:
                    EndPark(time);
                    break;
                case TraceEvent.Timer:
                    TakeTimer(task, time, frame.Argument);
                    break;
                case TraceEvent.Source:
                    Moments.Add(new Moment(time, frame.What, task, frame.Argument));
                    break;
                case TraceEvent.Fault:
                    Faults++;
                    Moments.Add(new Moment(time, frame.What, task, frame.Argument));
                    break;
                case TraceEvent.End when task != null:
                    EndTask(task, time, frame.Argument);
                    break;
                case TraceEvent.Mark:
                    Marks.Add(new MarkValue(time, frame.Argument, frame.Value));
                    break;
                case TraceEvent.Lost:
                    Overwritten += (uint)frame.Argument;
                    Moments.Add(new Moment(time, frame.What, null, frame.Argument));
                    Forget();
                    break;
            }
        }

        // One in 256 garbled frames passes the check, and a wrong time would move all that follows, or pass for a reset. So
        // a time far from the latest counts only if the next record bears it out.
        private void Weigh(Frame frame)
        {
            if (_doubted is Frame doubted)
            {
                _doubted = null;
                long claimed = NewTimeOf(doubted, _at);
                if (Math.Abs(NewTimeOf(frame, claimed) - claimed) <= MaxStep)
                {
                    _at = claimed;
                    TakeRecord(doubted);
                    TakeRecord(frame);
                    return;
                }

                Implausible++;
            }

            if (Math.Abs(NewTimeOf(frame, _at) - _at) > MaxStep && !IsClear(frame))
            {
                _doubted = frame;
                return;
            }

            TakeRecord(frame);
        }

        // A clock says the lower half of the time twice, and its upper half hardly changes.
        private bool IsClear(Frame frame)
        {
            long ahead = ((long)frame.Argument << 32) - (Now & ~(long)uint.MaxValue);
            return frame.What == TraceEvent.Clock && frame.Time == (uint)frame.Value && ahead is 0 or 1L << 32 && ClockOf(frame) >= Now;
        }

        private static long NewTimeOf(Frame frame, long now)
        {
            return frame.What == TraceEvent.Clock ? ClockOf(frame) : now + (int)(frame.Time - (uint)now);
        }

        // The first clock says no more than where the times are; a later one goes on, or back after a reset.
        private void TakeClock(long clock)
        {
            _at = clock;
            if (clock < Now - ResetMargin)
            {
                Resets++;
                Forget();
                EndAll();

                // The times of the board's new life would stand among those of the old one.
                Polls.Clear();
                Wakes.Clear();
                Parks.Clear();
                Moments.Clear();
                Marks.Clear();
                _tasks.Clear();
                _slots.Clear();
                _slotNames.Clear();
                _replays.Clear();
                _asleep = 0;
                Faults = 0;
                Overwritten = 0;
                Start = clock;
                Now = clock;
                _hasTime = false;
            }
            else
            {
                Now = Math.Max(Now, clock);
            }
        }

        private TaskTrack TaskIn(Frame frame, long time)
        {
            bool isKnown = _slots.TryGetValue(frame.Id, out TaskTrack task);
            bool isNew = frame.What == TraceEvent.Spawn;
            bool isOver = isKnown && task.Ended != null;

            // A wake may come after the end of its task; only a spawn or a poll tells of another.
            if (isKnown && !isNew && !(isOver && frame.What == TraceEvent.PollBegin))
            {
                return task;
            }

            if (isKnown && !isOver)
            {
                EndTask(task, time, NotKnown);
            }

            TaskTrack next = new(_tasks.Count, frame.Id, time);
            next.GivenName = _slotNames.GetValueOrDefault(frame.Id);
            next.IsNameOld = next.GivenName != null && isKnown && task.GivenName == next.GivenName;
            _slots[frame.Id] = next;
            _tasks.Add(next);
            MostAlive = Math.Max(MostAlive, _slots.Values.Count(t => t.Ended == null));
            return next;
        }

        private void TakeWake(TaskTrack task, long time, int by)
        {
            task.Wakes++;
            task.WokenBy = by;
            if (task.Ended != null)
            {
                return;
            }

            task.ReadySince ??= time;
            _ready.Add(task);
            TaskTrack waker = by is >= 0 and < WokenBy.Source ? _slots.GetValueOrDefault(by) : null;
            Wakes.Add(new WakeMoment(time, task, by, waker));
        }

        private void BeginPoll(TaskTrack task, long time)
        {
            EndPark(time);
            ClosePoll(time);
            if (task.ReadySince is long ready && time - ready > task.ReadyWorst)
            {
                task.ReadyWorst = time - ready;
                task.ReadyWorstAt = ready;
            }

            _readyBefore = task.ReadySince ?? time;
            task.ReadySince = null;
            _ready.Remove(task);
            task.PolledSince = time;
            task.Polls++;
            _polling = task;
        }

        private void EndPoll(TaskTrack task, long time, int result)
        {
            if (task.PolledSince is not long begin)
            {
                return;
            }

            time = Math.Max(begin, time);
            task.PolledSince = null;
            _polling = null;
            task.WaitsSince = time;
            task.InPolls += time - begin;
            if (time - begin > task.Longest)
            {
                task.Longest = time - begin;
                task.LongestAt = begin;
            }

            foreach (TaskTrack other in _ready)
            {
                if (other != task && other.ReadySince is long ready && time > Math.Max(ready, begin))
                {
                    other.WasHeldUp(task, time - Math.Max(ready, begin));
                }
            }

            // One that woke itself waits for its next turn from now on.
            if (task.ReadySince != null)
            {
                task.ReadySince = time;
            }

            Polls.Add(new PollSpan(task, Math.Min(_readyBefore, begin), begin, time, result));
        }

        // A poll that another one or a park follows has ended, though nobody said so.
        private void ClosePoll(long time)
        {
            if (_polling != null)
            {
                EndPoll(_polling, time, NotKnown);
            }
        }

        private void EndPark(long time)
        {
            if (_parkedSince is long since && time >= since)
            {
                _asleep += time - since;
                Parks.Add(new ParkSpan(since, time));
            }

            _parkedSince = null;
        }

        private void TakeTimer(TaskTrack task, long time, int late)
        {
            Moments.Add(new Moment(time, TraceEvent.Timer, task, late));
            if (task != null)
            {
                task.Timers++;
                task.LateInAll += Math.Max(0, late);
                task.LateWorst = Math.Max(task.LateWorst, late);
            }
        }

        private void EndTask(TaskTrack task, long time, int how)
        {
            if (task.Ended != null)
            {
                return;
            }

            if (task == _polling)
            {
                ClosePoll(time);
            }

            task.Ended = time;
            task.Ending = how switch { 0 => "completed", 1 => "aborted", 2 => "faulted", _ => "ended" };
            task.ReadySince = null;
            _ready.Remove(task);
            Moments.Add(new Moment(time, TraceEvent.End, task, how));
        }

        // After a hole nobody knows who is being polled, who is awake, and whether the executor is parked.
        private void Forget()
        {
            if (_polling != null)
            {
                _polling.PolledSince = null;
                _polling = null;
            }

            foreach (TaskTrack task in _ready)
            {
                task.ReadySince = null;
            }

            _ready.Clear();
            _parkedSince = null;
        }

        private void EndAll()
        {
            foreach (TaskTrack task in _slots.Values)
            {
                EndTask(task, Now, NotKnown);
            }
        }

        private long _readyBefore;
    }
}
