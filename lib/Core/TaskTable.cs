using System;

namespace NanoExecutor
{
    /// <summary>
    /// The fixed slots of an executor and what stands in them. Only the thread that runs the executor uses it; what
    /// other threads need of a slot is in its <see cref="Waker"/>.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     vacant ──Put──► live ──Finish──► vacant
    ///                      │ ▲
    ///                Fault ▼ │ Restart
    ///                    faulted ──Remove──► vacant
    /// </code>
    /// A vacant slot holds a future that is never ready, a faulted one holds a <see cref="FaultedFuture"/>: a wake that
    /// comes too late is then a poll like any other, and the loop that polls asks no questions.
    /// </remarks>
    internal sealed class TaskTable
    {
        /// <summary>The most slots a table may have; a slot number fits the lower bits of a handle.</summary>
        internal const int MostSlots = 1024;

        /// <summary>No slot is being polled.</summary>
        internal const int NoSlot = -1;

        private const int SlotBits = 10;

        /// <summary>What stands in each slot.</summary>
        internal readonly Future[] Futures;

        /// <summary>The waker of each slot, made with the table.</summary>
        internal readonly Waker[] Wakers;

        /// <summary>How often the task in each slot was polled.</summary>
        internal readonly int[] Polls;

        /// <summary>The slot whose future is being polled, or <see cref="NoSlot"/>.</summary>
        internal int Polling = NoSlot;

        /// <summary>Slots taken, faulted ones not counted.</summary>
        internal int Live;

        /// <summary>Slots from this one on have never been used.</summary>
        internal int HighWater;

        private static readonly NeverFuture _vacant = new NeverFuture();

        // Counts what has stood in each slot, so that an old handle to it is recognised.
        private readonly int[] _generations;
        private readonly short[] _free;
        private int _freeCount;
        private long _pollsOfEnded;

        internal TaskTable(int capacity, WakeProtocol executor)
        {
            Futures = new Future[capacity];
            Wakers = new Waker[capacity];
            Polls = new int[capacity];
            _generations = new int[capacity];
            _free = new short[capacity];
            _freeCount = capacity;
            for (int slot = 0; slot < capacity; slot++)
            {
                Futures[slot] = _vacant;
                Wakers[slot] = new Waker(executor.Groups[slot >> WakeGroup.SizeBits], slot);
                _free[slot] = (short)(capacity - 1 - slot);
            }
        }

        internal int Capacity => Futures.Length;

        internal int Faulted { get; private set; }

        /// <summary>Live tasks whose sleep flag is set, by a look at each slot.</summary>
        internal int Asleep
        {
            get
            {
                int asleep = 0;
                for (int slot = 0; slot < HighWater; slot++)
                {
                    if (IsAsleep(slot))
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
                for (int slot = 0; slot < HighWater; slot++)
                {
                    polls += (uint)Polls[slot];
                }

                return polls;
            }
        }

        /// <summary>
        /// Puts a future into a vacant slot and returns the slot, or <see cref="NoSlot"/> when all are taken.
        /// </summary>
        internal int Put(Future future)
        {
            if (_freeCount == 0)
            {
                return NoSlot;
            }

            int slot = _free[--_freeCount];
            if (slot >= HighWater)
            {
                HighWater = slot + 1;
            }

            _generations[slot]++;
            _pollsOfEnded += (uint)Polls[slot];
            Polls[slot] = 0;
            Futures[slot] = future;
            future.Home = Wakers[slot];
            Live++;
            return slot;
        }

        /// <summary>
        /// Makes the slot of a task that has ended, one way or another, vacant, and returns what stood in it.
        /// </summary>
        internal Future Finish(int slot)
        {
            Future future = Futures[slot];
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

            future.Home = null;
            Futures[slot] = _vacant;
            _free[_freeCount++] = (short)slot;
            return future;
        }

        /// <summary>Keeps the exception of a task that threw. Allocates: an error is not the hot path.</summary>
        [ThrowHelper]
        internal void Fault(int slot, Exception exception)
        {
            Futures[slot] = new FaultedFuture(Futures[slot], exception);
            Faulted++;
            Live--;
        }

        /// <summary>Puts the future of a faulted slot back to work.</summary>
        internal void Restart(int slot)
        {
            Futures[slot] = ((FaultedFuture)Futures[slot]).Task;
            Faulted--;
            Live++;
        }

        internal bool IsVacant(int slot)
        {
            return Futures[slot] == _vacant;
        }

        internal bool IsAsleep(int slot)
        {
            return !IsVacant(slot) && !(Futures[slot] is FaultedFuture) && !Wakers[slot].IsSet && slot != Polling;
        }

        /// <summary>What the task in a slot threw; null if it did not.</summary>
        internal Exception ExceptionAt(int slot)
        {
            FaultedFuture faulted = Futures[slot] as FaultedFuture;
            return faulted == null ? null : faulted.Exception;
        }

        /// <summary>The handle of what stands in a slot now.</summary>
        internal long HandleOf(int slot)
        {
            return ((long)_generations[slot] << SlotBits) | (long)slot;
        }

        /// <summary>The slot of a handle, or <see cref="NoSlot"/> if what it named has ended.</summary>
        internal int SlotOf(long handle)
        {
            int slot = (int)handle & (MostSlots - 1);
            return handle > 0 && slot < Futures.Length && !IsVacant(slot) && HandleOf(slot) == handle ? slot : NoSlot;
        }
    }
}
