#if !NANOFRAMEWORK_1_0
using System;

#endif
namespace NanoExecutor
{
    /// <summary>
    /// What a watched executor knows of its tasks beyond what it needs to run them: an entry of each array for a slot. Made
    /// when somebody asks for it (<see cref="NanoExecutor.Executor.Timing"/>, <see cref="NanoExecutor.Executor.Tracer"/>).
    /// </summary>
    internal sealed class Figures
    {
        /// <summary>A timer that fires later than it tolerates by more than this, µs, has missed its deadline.</summary>
        internal const long MissMargin = 1000;

        /// <summary>Whose figures.</summary>
        internal readonly Executor Executor;

        /// <summary>Who woke it last. Any thread.</summary>
        internal readonly int[] WokenBy;

        /// <summary>Wakes that found it asleep. Any thread, unguarded: two at once may count as one.</summary>
        internal readonly int[] Wakes;

        internal readonly int[] Spurious;
        internal readonly int[] Misses;

        /// <summary>µs in polls, in all, the longest and the last.</summary>
        internal readonly long[] Total;
        internal readonly long[] Longest;
        internal readonly long[] Last;

        /// <summary>When its latest poll ended, µs; before that, when it was spawned.</summary>
        internal readonly long[] Since;

        /// <summary>Told of everything; null for nobody.</summary>
        internal Tracer Tracer;

        /// <summary>Since when there are figures, µs.</summary>
        internal readonly long Began;

        /// <summary>The latest reading of the clock, µs. Any thread reads it.</summary>
        internal long Now;

        /// <summary>When the poll under way began, µs; of use while there is one. Any thread reads it.</summary>
        internal long PolledSince;

        /// <summary>When the tracer is to be called again, µs.</summary>
        internal long FlushAt;

        // Lateness of timers, µs.
        internal long Fired;
        internal long LateInAll;
        internal long Latest;

        internal long InPolls;
        internal int MostTimers;
        internal int MostTasks;

        private readonly TaskTable _tasks;
        private readonly WakeProtocol _protocol;
        private readonly Clock _clock;
        private bool _fires;
#if !NANOFRAMEWORK_1_0
        private int _thread;
#endif

        internal Figures(Executor executor, Clock clock)
        {
            int slots = executor.Capacity;
            Executor = executor;
            _tasks = executor.Tasks;
            _protocol = executor.Protocol;
            _clock = clock;
            Began = clock.Now;
            Now = Began;
            WokenBy = new int[slots];
            Wakes = new int[slots];
            Spurious = new int[slots];
            Misses = new int[slots];
            Total = new long[slots];
            Longest = new long[slots];
            Last = new long[slots];
            Since = new long[slots];
            MostTasks = _tasks.Live;
            for (int slot = 0; slot < slots; slot++)
            {
                Forget(slot);
            }
        }

        /// <summary>The time for a record that any thread makes: the executor's latest reading, or one during its park.</summary>
        internal long Time => _protocol.Parked ? _clock.Now : Now;

        /// <summary>A task that sleeps is being woken. Any thread.</summary>
        internal void NoteWake(TaskWaker task)
        {
            int slot = task.Slot;
            int by = Waker;
            WokenBy[slot] = by;
            Wakes[slot]++;
            if (Tracer != null)
            {
                Tracer.Record(Time, TraceEvent.Wake, slot, by, 0);
            }
        }

        /// <summary>The loop begins to poll, on the calling thread.</summary>
        internal void NoteThread()
        {
#if !NANOFRAMEWORK_1_0
            _thread = Environment.CurrentManagedThreadId;
#endif
        }

        internal void NotePoll(int slot, long began, long ended)
        {
            long took = ended - began;
            InPolls += took;
            Total[slot] += took;
            Last[slot] = took;
            if (took > Longest[slot])
            {
                Longest[slot] = took;
            }
        }

        internal void NoteSpawn(TaskWaker task)
        {
            int slot = task.Slot;
            Now = _clock.Now;
            Forget(slot);
            if (_tasks.Live > MostTasks)
            {
                MostTasks = _tasks.Live;
            }

            if (Tracer != null)
            {
                Tracer.Record(Now, TraceEvent.Spawn, slot, task.Generation, 0);
            }
        }

        /// <summary>A task has ended: 0 completed, 1 aborted or taken out, 2 faulted.</summary>
        internal void NoteEnd(int slot, int how)
        {
            if (Tracer != null)
            {
                Tracer.Record(Now, TraceEvent.End, slot, how, 0);
            }
        }

        /// <summary>A task threw in its poll.</summary>
        internal void NoteFault(int slot)
        {
            Now = _clock.Now;
            NotePoll(slot, PolledSince, Now);
            Since[slot] = Now;
            if (Tracer != null)
            {
                Tracer.Record(Now, TraceEvent.PollEnd, slot, 2, 0);
                Tracer.Record(Now, TraceEvent.Fault, slot, 0, 0);
                Tracer.Record(Now, TraceEvent.End, slot, 2, 0);
            }
        }

        /// <summary>A timer is about to wake its task.</summary>
        internal void BeginFire(TimedFuture timer, long now)
        {
            long late = now - timer.Deadline;
            TaskWaker task = timer.Waker.Task;
            int slot = task == null ? Tracer.NoSlot : task.Slot;
            Now = now;
            Fired++;
            LateInAll += late;
            if (late > Latest)
            {
                Latest = late;
            }

            if (timer.Queue.Count > MostTimers)
            {
                MostTimers = timer.Queue.Count;
            }

            if (task != null && now - timer.Latest > MissMargin)
            {
                Misses[slot] = Saturating.Next(Misses[slot]);
            }

            if (Tracer != null)
            {
                Tracer.Record(now, TraceEvent.Timer, slot, Saturating.Int(late), 0);
            }

            NoteThread();
            _fires = true;
        }

        internal void EndFire()
        {
            _fires = false;
        }

        // Who is at work here.
        private int Waker
        {
            get
            {
                int raising = Tracer == null ? 0 : Tracer.Raising;
                if (raising != 0)
                {
                    return raising;
                }

#if !NANOFRAMEWORK_1_0
                if (_thread != Environment.CurrentManagedThreadId)
                {
                    return NanoExecutor.WokenBy.Unknown;
                }

#endif
                TaskWaker polling = _tasks.Polling;
                return _fires ? NanoExecutor.WokenBy.Timer : polling == null ? NanoExecutor.WokenBy.Unknown : polling.Slot;
            }
        }

        private void Forget(int slot)
        {
            WokenBy[slot] = NanoExecutor.WokenBy.Unknown;
            Wakes[slot] = 0;
            Spurious[slot] = 0;
            Misses[slot] = 0;
            Total[slot] = 0;
            Longest[slot] = 0;
            Last[slot] = 0;
            Since[slot] = Now;
        }
    }
}
