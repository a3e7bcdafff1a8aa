using System;

namespace NanoExecutor
{
    /// <summary>
    /// The fixed slots of an executor and what stands in them. Only the thread that runs the executor uses it; what
    /// other threads need of a slot is in its <see cref="TaskWaker"/>.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     vacant ──Put──► live ──Finish──► vacant
    ///                      │ ▲
    ///                Fault ▼ │ Restart
    ///                    faulted ──Finish──► vacant
    /// </code>
    /// A vacant slot holds a future that is never ready, a faulted one holds a <see cref="FaultedFuture"/>: a wake that
    /// comes too late is then a poll like any other, and the loop that polls asks no questions. No member that changes
    /// something calls another on its way, so an OutOfMemoryException, which on nanoCLR any call may throw, leaves nothing
    /// half changed.
    /// </remarks>
    internal sealed class TaskTable
    {
        /// <summary>The most slots a table may have; a slot number fits the lower bits of a handle.</summary>
        internal const int MaxSlots = 1024;

        // A handle is the number of a slot and, above it, how often the slot was given: up to 2^53 times, which at one a
        // microsecond takes 285 years.
        private const long HandleStep = MaxSlots;

        // The look before a park costs about 8 opcodes for each group and for each slot of a group that was woken. Few slots:
        // small groups.
        private const int SmallGroupBits = 3;
        private const int MediumGroupBits = 4;
        private const int LargeGroupBits = 5;

        /// <summary>The waker of each slot, made with the table.</summary>
        internal readonly TaskWaker[] Wakers;

        /// <summary>The slot whose future is being polled; null for none.</summary>
        internal TaskWaker Polling;

        /// <summary>A slot whose future is ready, until it is vacant.</summary>
        internal TaskWaker Ending;

        /// <summary>The slot that <see cref="Executor.BlockOn"/> waits for; null for none.</summary>
        internal TaskWaker Awaited;

        /// <summary>Set when the last live task has ended, or the awaited one: the run has to look whether it goes on.</summary>
        internal bool Ended;

        /// <summary>Slots taken, faulted ones not counted.</summary>
        internal int Live;

        /// <summary>Slots taken by tasks that threw.</summary>
        internal int Faulted;

        private readonly NeverFuture _vacant = new NeverFuture();
        private readonly WakeProtocol _protocol;
        private readonly short[] _free;
        private int _freeCount;
        private int _used;
        private long _pollsOfEnded;

        // The name of the task in each slot; null until the first is given.
        private string[] _names;

        internal TaskTable(int capacity, WakeProtocol protocol)
        {
            int groupBits = capacity <= 64 ? SmallGroupBits : capacity <= 256 ? MediumGroupBits : LargeGroupBits;
            Wakers = new TaskWaker[capacity];
            _protocol = protocol;
            _free = new short[capacity];
            _freeCount = capacity;
            WakeGroup group = null;
            for (int slot = 0; slot < capacity; slot++)
            {
                if ((slot & ((1 << groupBits) - 1)) == 0)
                {
                    group = new WakeGroup(protocol);
                }

                TaskWaker waker = new TaskWaker(group, slot);
                waker.Future = _vacant;
                Wakers[slot] = waker;
                _free[slot] = (short)(capacity - 1 - slot);
            }

            // A stale hint, which may be anything, is at least a waker.
            for (int place = 0; place < protocol.RunQueue.Length; place++)
            {
                protocol.RunQueue[place] = Wakers[0];
            }
        }

        internal int Capacity => Wakers.Length;

        /// <summary>Slots from this one on have never been used.</summary>
        internal int HighWater => _used;

        /// <summary>Live tasks whose sleep flag is set, by a look at each slot.</summary>
        internal int Asleep
        {
            get
            {
                int asleep = 0;
                for (int slot = 0; slot < _used; slot++)
                {
                    if (IsAsleep(Wakers[slot]))
                    {
                        asleep++;
                    }
                }

                return asleep;
            }
        }

        /// <summary>Polls of all tasks there have been.</summary>
        internal long AllPolls
        {
            get
            {
                long polls = _pollsOfEnded;
                for (int slot = 0; slot < _used; slot++)
                {
                    if (!IsVacant(Wakers[slot]))
                    {
                        polls += Wakers[slot].Polls;
                    }
                }

                return polls;
            }
        }

        /// <summary>Makes places for names, if there are none.</summary>
        internal void PrepareNames()
        {
            if (_names == null)
            {
                _names = NewNames();
            }
        }

        /// <summary>The name that the task in a slot was given; null for none. Any thread.</summary>
        internal string NameAt(int slot)
        {
            string[] names = _names;
            return names == null ? null : names[slot];
        }

        /// <summary>From now on the wakers of slots that were never used tell who wakes. Before the slots are used.</summary>
        [Allocates("the wakers")]
        internal void Watch()
        {
            for (int slot = _used; slot < Wakers.Length; slot++)
            {
                WatchedWaker waker = new WatchedWaker(Wakers[slot].Group, slot);
                waker.Future = _vacant;
                Wakers[slot] = waker;
            }
        }

        /// <summary>Puts a future into a vacant slot and returns the slot, or null when all are taken.</summary>
        /// <param name="future">The future.</param>
        /// <param name="name">Its name, for which there is a place; or null.</param>
        internal TaskWaker Put(Future future, string name)
        {
            if (_freeCount == 0)
            {
                return null;
            }

            TaskWaker waker = Wakers[_free[_freeCount - 1]];
            if (_used == waker.Slot)
            {
                _protocol.Link(waker);
                _used++;
            }

            _freeCount--;
            waker.Handle += HandleStep;
            waker.Polls = 0;
            if (name != null)
            {
                _names[(int)waker.Handle & (MaxSlots - 1)] = name;
            }

            waker.Future = future;
            future.Home = waker;
            Live++;
            return waker;
        }

        /// <summary>
        /// Makes the slot of a task that has ended, one way or another, vacant, and returns what stood in it.
        /// </summary>
        internal Future Finish(TaskWaker waker)
        {
            Future future = waker.Future;
            FaultedFuture faulted = future as FaultedFuture;
            if (faulted == null)
            {
                Live--;
            }
            else
            {
                Faulted--;
                future = faulted.Task;
            }

            if (Live == 0 || waker == Awaited)
            {
                Ended = true;
            }

            _pollsOfEnded += waker.Polls;
            waker.Polls = 0;
            if (_names != null)
            {
                _names[(int)waker.Handle & (MaxSlots - 1)] = null;
            }

            future.Home = null;
            waker.Future = _vacant;
            _free[_freeCount++] = (short)((int)waker.Handle & (MaxSlots - 1));
            Ending = null;
            return future;
        }

        /// <summary>Keeps the exception of a task that threw, in a record made before.</summary>
        internal void Fault(TaskWaker waker, FaultedFuture record, Exception exception)
        {
            record.Task = waker.Future;
            record.Exception = exception;
            waker.Future = record;
            Faulted++;
            Live--;
            if (Live == 0 || waker == Awaited)
            {
                Ended = true;
            }
        }

        /// <summary>Puts the future of a faulted slot back to work.</summary>
        internal void Restart(TaskWaker waker)
        {
            waker.Future = ((FaultedFuture)waker.Future).Task;
            Faulted--;
            Live++;
        }

        [AllocatesRarely("the places for names, with the first name that a task is given")]
        private string[] NewNames()
        {
            return new string[Wakers.Length];
        }

        internal bool IsVacant(TaskWaker waker)
        {
            return waker.Future == _vacant;
        }

        /// <summary>Whether a task stands in a slot that has not thrown.</summary>
        internal bool IsLive(TaskWaker waker)
        {
            return !IsVacant(waker) && !(waker.Future is FaultedFuture);
        }

        internal bool IsAsleep(TaskWaker waker)
        {
            return IsLive(waker) && !waker.IsSet && waker != Polling;
        }

        /// <summary>The future of a slot, of one whose task threw too.</summary>
        internal Future FutureAt(TaskWaker waker)
        {
            FaultedFuture faulted = waker.Future as FaultedFuture;
            return faulted == null ? waker.Future : faulted.Task;
        }

        /// <summary>What the task in a slot threw; null if it did not.</summary>
        internal Exception ExceptionAt(TaskWaker waker)
        {
            FaultedFuture faulted = waker.Future as FaultedFuture;
            return faulted == null ? null : faulted.Exception;
        }

        /// <summary>The slot of a handle; null if what it named has ended.</summary>
        internal TaskWaker Find(long handle)
        {
            int slot = (int)handle & (MaxSlots - 1);
            if (slot >= Wakers.Length)
            {
                return null;
            }

            TaskWaker waker = Wakers[slot];
            return waker.Handle == handle && !IsVacant(waker) ? waker : null;
        }
    }
}
