using System;

namespace NanoExecutor
{
    // The loop: run what is hinted, look at every slot, park; and, while it is busy, look at the clock and give way in
    // batches. R1 to R5 are those of WakeProtocol. One method holds all that a poll needs, because on nanoCLR a call costs as
    // much as a third of a poll.
    public sealed partial class Executor
    {
        // How a busy executor paces itself. A batch of polls is to last between half of and a whole batch time, which is eight
        // times what comes between two batches (giving way, reading the clock), so that no more than an eighth of the time goes
        // into that; within limits, because what takes 20 ms there is another thread's slice and not a cost.
        private const int MaxBatch = 64;
        private const int CostShare = 8;
        private const long MinBatchTime = 500;
        private const long MaxBatchTime = 3000;

        // Of so many batches one is measured; the others read no clock unless a deadline may be near.
        private const int BatchesPerMeasure = 8;

        private readonly long _coarseError;
        private int _batch = 4;
        private long _batchTime = MinBatchTime;

        // Which of the batches this is: 1 is measured.
        private int _phase;
        private long _now;
        private long _gaveWayAt;
        private IdleHook _onIdle;

        // Whether there is something to do before a park, other than to see to a deadline.
        private bool _idles;
        private long _timeAsleep;

        /// <summary>
        /// Runs before each park; null for nothing. It may do to the executor what a task may: the loop looks at everything
        /// after it.
        /// </summary>
        public IdleHook OnIdle
        {
            get { return _onIdle; }
            set
            {
                _onIdle = value;
                _idles = _watched || _onIdle != null || _onStuck != null;
            }
        }

        /// <summary>µs spent parked so far while <see cref="Timing"/> was on or there was a tracer. Up to 2^63.</summary>
        public long TimeAsleep => _timeAsleep;

        // R1 to R5, until the run may be over (true) or all tasks sleep and Idle has to see to a deadline or a hook (false).
        private bool RunAwake()
        {
            WakeProtocol protocol = _protocol;
            TaskTable tasks = _tasks;
            TimerQueue timers = _timers;
            Parker parker = _parker;
            TaskWaker[] queue = protocol.RunQueue;
            int mask = protocol.Mask;
            long giveWayAfter = parker.GiveWayAfter;
            int tail = protocol.Tail;
            int start = tail;
            tasks.Ended = false;
            try
            {
                while (true)
                {
                    int end = tail + _batch;
                    if (_watched)
                    {
                        tail = PollWatched(tail, end);
                        end = tail;
                    }

                    while (tail != protocol.Head && tail != end)
                    {
                        TaskWaker waker = queue[tail++ & mask];
                        if (waker.IsSet)
                        {
                            waker.IsSet = false;                        // R1
                            Fence.Full();
                            tasks.Polling = waker;
                            waker.Polls++;
                            Poll poll = waker.Future.Poll(waker);
                            if (poll != Poll.Pending)
                            {
                                if (poll != Poll.Ready)
                                {
                                    throw Throw.NoPoll(waker.Future, (int)poll);
                                }

                                tasks.Ending = waker;
                                tasks.Polling = null;
                                End(waker);
                            }
                        }
                    }

                    tasks.Polling = null;
                    if (tail == protocol.Head)
                    {
                        if (timers.First != null)
                        {
                            _now = _clock.Now;
                            if (timers.First.Deadline <= _now)
                            {
                                timers.Fire(_now);
                            }
                        }

                        protocol.NeedRun = false;                       // R2
                        Fence.Full();
                        if (tail == protocol.Head && !protocol.StopRequested)
                        {
                            bool found = false;
                            for (WakeGroup group = protocol.FirstGroup; group != null; group = group.Next)
                            {
                                if (group.NeedRun)
                                {
                                    group.NeedRun = false;
                                    Fence.Full();
                                    for (TaskWaker slot = group.First; slot != null; slot = slot.NextInGroup)
                                    {
                                        if (slot.IsSet)                 // R3
                                        {
                                            // The hints, those given here too, may be lost as well.
                                            group.NeedRun = true;
                                            queue[protocol.Head & mask] = slot;
                                            protocol.Head++;
                                            protocol.LostHints++;
                                            found = true;
                                        }
                                    }
                                }
                            }

                            if (!found && !tasks.Ended)
                            {
                                if (timers.First != null || _idles || !_parks)
                                {
                                    return false;
                                }

                                // The common park, without a deadline: no clock.
                                protocol.Parked = true;                 // R4
                                Fence.Full();
                                if (!protocol.NeedRun)
                                {
                                    parker.Park(TimerQueue.None);
                                }

                                protocol.Parked = false;                // R5
                                _phase = 0;
                                _headroom.Check();
                                if (!protocol.StopRequested)
                                {
                                    continue;
                                }
                            }
                        }
                    }

                    if (protocol.StopRequested || tasks.Ended)
                    {
                        return true;
                    }

                    // Busy. Between two batches: give way, and look at the clock if there is a reason.
                    if (_phase == 1)
                    {
                        long now = _clock.Now;
                        FitBatch(now - _now);
                        protocol.Tail = tail;
                        protocol.Wakes += tail - start;
                        protocol.RenewHints();
                        tail = protocol.Tail;
                        start = tail;
                        if (giveWayAfter <= _batchTime || now - _gaveWayAt >= giveWayAfter)
                        {
                            parker.GiveWay();
                            _headroom.Check();
                            _gaveWayAt = now;
                        }

                        _now = _clock.Now;
                        FitBatchTime(_now - now);
                        _phase = 2;
                    }
                    else
                    {
                        if (giveWayAfter <= _batchTime)
                        {
                            parker.GiveWay();
                            _headroom.Check();
                        }

                        if (_phase == 0)
                        {
                            _now = _clock.Now;
                            _phase = 1;
                        }
                        else
                        {
                            _phase = (_phase + 1) & (BatchesPerMeasure - 1);
                            if (timers.First != null && timers.First.Deadline - _clock.Coarse <= _coarseError)
                            {
                                _now = _clock.Now;
                            }
                        }
                    }

                    if (timers.First != null && timers.First.Deadline <= _now)
                    {
                        timers.Fire(_now);
                    }
                }
            }
            finally
            {
                protocol.Tail = tail;
                protocol.Wakes += tail - start;
                protocol.Parked = false;
            }
        }

        // How many polls make a batch, by how long the last one took.
        private void FitBatch(long took)
        {
            if (took > _batchTime)
            {
                int fit = (int)(_batch * _batchTime / took);
                _batch = fit < 1 ? 1 : fit;
            }
            else if (took < _batchTime >> 1 && _batch < MaxBatch)
            {
                _batch = _batch << 1 < MaxBatch ? _batch << 1 : MaxBatch;
            }
        }

        // How long a batch is to take, by what came between two of them: at most MaxBatchTime, as that may have been somebody
        // else's slice.
        private void FitBatchTime(long cost)
        {
            long time = cost * CostShare;
            _batchTime = time < MinBatchTime ? MinBatchTime : time > MaxBatchTime ? MaxBatchTime : time;
        }

        // Every task sleeps: waits for the nearest deadline, awake if it has to be exact and is near, and fires it.
        private void Idle()
        {
            _phase = 0;
            long until = TimerQueue.None;
            long now = 0;
            if (_timers.First != null)
            {
                now = _clock.Now;
                until = _timers.Next - _parker.NearDeadline;
                if (_timers.First.Deadline <= now)
                {
                    _timers.Fire(now);
                    return;
                }

                if (until <= now)
                {
                    _parker.GiveWay();
                    _timers.Fire(_clock.Now);
                    return;
                }
            }

            if (_onIdle != null)
            {
                // Something may have come while the clock was read: then this is not going to be a park.
                if (_protocol.NeedRun)
                {
                    return;
                }

                _onIdle(this);
                if (_protocol.NeedRun || IsOver())
                {
                    return;
                }

                // It may have added a deadline or taken one away.
                until = _timers.First == null ? TimerQueue.None : _timers.Next - _parker.NearDeadline;
            }

            if (_onStuck != null && _timers.First == null && IsNewlyStuck())
            {
                _onStuck(this);
                return;
            }

            bool timed = _watched;
            if (timed)
            {
                now = _clock.Now;
                until = BeginPark(now, until);
            }

            _protocol.Park(until);
            _headroom.Check();
            if (timed)
            {
                long woken = _clock.Now;
                _timeAsleep += woken - now;
                EndPark(woken);
            }

            if (_timers.First != null || timed)
            {
                _now = _clock.Now;
                _timers.Fire(_now);
            }
        }
    }
}
