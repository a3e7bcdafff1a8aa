using System;

namespace NanoExecutor
{
    // Of use to whoever watches the executor: figures, a tracer, who is being polled. Nothing of it is made, and the loop polls
    // in Executor.Loop.cs, until somebody asks.
    public sealed partial class Executor
    {
        private Figures _figures;
        private Tracer _tracer;
        private bool _timing;
        private StuckHook _onStuck;
        private Description _looker;
        private long _stuckAt = -1;

        // Whether there is a tracer, or time is taken.
        private bool _watched;

        /// <summary>
        /// Whether time is taken: of each poll, of the time asleep, of who waits since when. False at first, as it costs a
        /// reading of the clock for each poll and two for each park. For the thread that runs the executor.
        /// </summary>
        /// <remarks>
        /// Set it before tasks are spawned: who woke them is known only of slots that are first used later. The first time
        /// allocates some 50 bytes for each slot, and wakers anew.
        /// </remarks>
        public bool Timing
        {
            get => _timing;

            [Allocates("the figures of each slot")]
            set
            {
                _timing = value;
                Watch();
            }
        }

        /// <summary>
        /// Is told what the executor does; null, as at first, for nobody. For the thread that runs the executor.
        /// </summary>
        /// <remarks>As <see cref="Timing"/>: set it before tasks are spawned, and the first time allocates.</remarks>
        /// <exception cref="InvalidOperationException">The tracer is another executor's.</exception>
        public Tracer Tracer
        {
            get => _tracer;

            [Allocates("the figures of each slot")]
            set
            {
                if (value != null && value.Figures != null && value.Executor != this)
                {
                    throw Throw.SecondTracer();
                }

                _tracer = value;
                Watch();
                if (_figures != null)
                {
                    _figures.Tracer = value;
                    _figures.FlushAt = 0;
                }

                if (value != null)
                {
                    value.Figures = _figures;
                }
            }
        }

        /// <summary>
        /// The handle of the task that is being polled; 0 for none. Any thread: a watchdog or a debugger learns from it who
        /// does not come back.
        /// </summary>
        public long PolledTask
        {
            get
            {
                TaskWaker polling = _tasks.Polling;
                return polling == null ? 0 : polling.Handle;
            }
        }

        /// <summary>
        /// When the poll of <see cref="PolledTask"/> began, µs on the clock, with <see cref="Timing"/>; with a tracer alone
        /// when the executor looked at the clock before it; else 0. Any thread.
        /// </summary>
        public long PolledSince => _figures == null ? 0 : _figures.PolledSince;

        /// <summary>
        /// Called before a park from which nothing will wake it, as far as its tasks know: all of them sleep, without a deadline,
        /// and wait for locks of each other or for nothing at all. Null, as at first, for nobody.
        /// </summary>
        /// <remarks>
        /// A channel, a source, a signal and all that other threads may use count as something outside. The simulated board knows
        /// more, and throws. It costs a look at each task before each park without a deadline. May do what a task may, as
        /// <see cref="OnIdle"/>; setting it allocates some 1.5 KB.
        /// </remarks>
        public StuckHook OnStuck
        {
            get => _onStuck;

            [Allocates("the words of a dump")]
            set
            {
                _onStuck = value;
                _idles = _watched || _onIdle != null || _onStuck != null;
                if (value != null && _looker == null)
                {
                    _looker = new Description(new LineWriter(new byte[1]));
                }
            }
        }

        /// <summary>What it knows when it is watched; null if it is not.</summary>
        internal Figures Figures => _figures;

        /// <summary>
        /// A mark of the program's own in the trace, such as a state or a measured value: does nothing without a tracer. For
        /// the thread that runs the executor; allocates nothing.
        /// </summary>
        /// <param name="id">What is marked (<see cref="TraceRing.NameMark"/>).</param>
        /// <param name="value">Its value.</param>
        public void Mark(int id, int value)
        {
            Tracer tracer = _tracer;
            if (tracer != null)
            {
                TaskWaker polling = _tasks.Polling;
                tracer.Record(
                    _figures.Time, TraceEvent.Mark, polling == null ? Tracer.NoSlot : polling.Slot, id, value);
            }
        }

        /// <summary>The name that a task was given, or that of its type; null if it has ended. The latter is made anew.</summary>
        /// <param name="handle">From <see cref="Spawn(Future, string)"/>.</param>
        public string NameOf(long handle)
        {
            TaskWaker waker = _tasks.Find(handle);
            return waker == null ? null : NameAt(waker.Slot);
        }

        /// <summary>Whether a task stands in a slot.</summary>
        internal bool HasTask(int slot)
        {
            return !_tasks.IsVacant(_tasks.Wakers[slot]);
        }

        /// <summary>The name of the task in a slot, or of its type.</summary>
        internal string NameAt(int slot)
        {
            string name = _tasks.NameAt(slot);
            if (name == null)
            {
                name = TypeNames.Of(_tasks.FutureAt(_tasks.Wakers[slot]));
            }

            return name;
        }

        [Allocates("the figures of each slot")]
        private void Watch()
        {
            _watched = _timing || _tracer != null;
            _idles = _watched || _onIdle != null || _onStuck != null;
            if (_watched && _figures == null)
            {
                _figures = new Figures(this, _clock);
                _tasks.Watch();
            }
        }

        // The polls of a batch, as in RunAwake, and what there is to be told of them. R1 is that of WakeProtocol.
        private int PollWatched(int tail, int end)
        {
            WakeProtocol protocol = _protocol;
            TaskTable tasks = _tasks;
            TaskWaker[] queue = protocol.RunQueue;
            int mask = protocol.Mask;
            Figures figures = _figures;
            Tracer tracer = _tracer;
            bool timing = _timing;
            figures.NoteThread();
            long time = timing && tail != protocol.Head ? _clock.Now : _now;
            while (tail != protocol.Head && tail != end)
            {
                TaskWaker waker = queue[tail++ & mask];
                if (waker.IsSet)
                {
                    int slot = waker.Slot;
                    figures.Now = time;
                    figures.PolledSince = time;
                    if (tracer != null)
                    {
                        tracer.Record(time, TraceEvent.PollBegin, slot, 0, 0);
                    }

                    waker.IsSet = false;                                // R1
                    Fence.Full();
                    tasks.Polling = waker;
                    waker.Polls++;
                    long spurious = _spuriousPolls;
                    Poll poll = waker.Future.Poll(waker);
                    if (poll != Poll.Pending)
                    {
                        if (poll != Poll.Ready)
                        {
                            throw Throw.NoPoll(waker.Future, (int)poll);
                        }

                        tasks.Ending = waker;
                    }

                    // Before any call, which may find no memory: the poll was a good one.
                    tasks.Polling = null;
                    if (timing)
                    {
                        long ended = _clock.Now;
                        figures.NotePoll(slot, time, ended);
                        time = ended;
                        figures.Now = time;
                    }

                    figures.Since[slot] = time;
                    if (_spuriousPolls != spurious)
                    {
                        figures.Spurious[slot] = Saturating.Next(figures.Spurious[slot]);
                    }

                    if (tracer != null)
                    {
                        tracer.Record(time, TraceEvent.PollEnd, slot, (int)poll, 0);
                    }

                    if (poll != Poll.Pending)
                    {
                        End(waker);
                    }
                }
            }

            if (tracer != null && time >= figures.FlushAt)
            {
                figures.FlushAt = tracer.Flush(time);
            }

            return tail;
        }

        // Whether all wait for each other, and did not at the last look.
        private bool IsNewlyStuck()
        {
            if (_tasks.Live == 0 || _protocol.Wakes == _stuckAt)
            {
                return false;
            }

            _stuckAt = _protocol.Wakes;
            bool stuck = true;
            for (int slot = 0; slot < _tasks.HighWater && stuck; slot++)
            {
                TaskWaker task = _tasks.Wakers[slot];
                if (_tasks.IsLive(task))
                {
                    _looker.Begin(task);
                    task.Future.Describe(_looker);
                    stuck = _tasks.IsAsleep(task) && !_looker.CanEnd;
                }
            }

            return stuck;
        }

        // Before a park: when it is to end.
        private long BeginPark(long now, long until)
        {
            _figures.Now = now;
            if (_tracer != null)
            {
                long left = until - now;
                _tracer.Record(
                    now, TraceEvent.Park, Tracer.NoSlot, until == TimerQueue.None || left > int.MaxValue ? -1 : (int)left, 0);
                _figures.FlushAt = _tracer.Flush(now);
                if (_figures.FlushAt < until)
                {
                    until = _figures.FlushAt;
                }
            }

            return until;
        }

        private void EndPark(long now)
        {
            _figures.Now = now;
            if (_tracer != null)
            {
                _tracer.Record(now, TraceEvent.Unpark, Tracer.NoSlot, 0, 0);
            }
        }
    }
}
