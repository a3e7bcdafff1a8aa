using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// A ring that any thread puts into and one takes from: each ticket owns a place, and a mark says that it was
    /// filled.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     put    P1  claim a ticket          take   T1  look at the mark of the oldest ticket
    ///            P2  fill its place                 T2  read its place
    ///            P3  mark it                        T3  Tail past it
    ///            P4  wake
    /// </code>
    /// <para>
    /// A place has one writer at a time: the one whose ticket it is, from P1 until the ring has gone round, for P1
    /// succeeds only when the ticket that had the place before was taken (T3). So a thread that is stopped between P1
    /// and P3 spoils nothing. It keeps what comes behind it from being taken, until it marks; then P4 announces it all.
    /// A wake that comes first, from one behind it, finds nothing and is a spurious poll.
    /// </para>
    /// <para>
    /// What is read in T2 counts only once T3 succeeded. A ring that drops its oldest lets those that find it full do
    /// T3 as well; the taker does it by compare-exchange then, and begins again when it was beaten. A ticket whose
    /// place is not marked yet is never dropped, for its owner is about to write there: who would have to drop it gives
    /// up the new item.
    /// </para>
    /// </remarks>
    internal abstract class BoundedRing : PermitCounter
    {
        private const int MaxItems = 1 << 16;

        /// <summary>
        /// The capacity, rounded up to a power of two, less one: the place of a ticket is its half modulo that.
        /// </summary>
        private protected readonly int Mask;

        /// <summary>By place: the ticket that filled it last, and one.</summary>
        private protected readonly int[] Marks;

        /// <summary>Whether who finds it full drops the oldest item.</summary>
        private protected readonly bool DropsOldest;

        private readonly int _limit;
        private readonly bool _countsOldest;

        // Borders that the tail has passed in a ring that drops its oldest. Whoever drops, by an interlocked increment.
        private int _laps;

        /// <param name="capacity">Items, 1 to 65,536.</param>
        /// <param name="dropsOldest">Whether who finds it full drops the oldest item.</param>
        /// <param name="countsOldest">Whether those count in <see cref="PermitCounter.Dropped"/>.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        internal BoundedRing(int capacity, bool dropsOldest, bool countsOldest)
            : base(capacity)
        {
            if (capacity < 1 || capacity > MaxItems)
            {
                throw Throw.Capacity("capacity", capacity, MaxItems);
            }

            _limit = capacity * One;
            DropsOldest = dropsOldest;
            _countsOldest = countsOldest;

            // PermitCounter wrap, so a power of two.
            int places = 1;
            while (places < capacity)
            {
                places <<= 1;
            }

            Mask = places - 1;
            Marks = new int[places];
        }

        /// <summary>T1: whether the oldest can be taken now. The taker.</summary>
        internal bool HasFront
        {
            get
            {
                int tail = Tail;
                while (Marks[(tail >> 1) & Mask] != tail + One)
                {
                    int now = Tail;
                    if (now == tail)
                    {
                        return false;
                    }

                    tail = now;
                }

                return true;
            }
        }

        /// <summary>The oldest ticket that has not been taken or dropped, filled or not. Any thread.</summary>
        internal int Oldest => Tail;

        /// <summary>How often <see cref="Oldest"/> has passed a border, for a ring that nobody takes from.</summary>
        internal int Laps => _laps;

        /// <summary>The ticket that will be given next. Any thread.</summary>
        internal int Next => Head & ~1;

        /// <summary>
        /// Whether a ticket was dropped or taken. Looks after all that was read before it. Any thread.
        /// </summary>
        internal bool IsPast(int ticket)
        {
            Fence.Full();
            return ticket - Tail < 0;
        }

        /// <summary>Whether the place of a ticket is filled; what is in it is read after that. Any thread.</summary>
        internal bool IsFilled(int ticket)
        {
            if (Marks[(ticket >> 1) & Mask] != ticket + One)
            {
                return false;
            }

            Fence.Full();
            return true;
        }

        /// <summary>P1; <see cref="PermitCounter.None"/> if the ring is full or closed. Any thread.</summary>
        protected int Claim()
        {
            while (true)
            {
                int head = Head;
                if ((head & 1) != 0)
                {
                    return None;
                }

                int tail = Tail;
                if (head - tail >= _limit)
                {
                    if (!DropsOldest || !DropOldest(tail))
                    {
                        return None;
                    }
                }
                else if (Interlocked.CompareExchange(ref Head, head + One, head) == head)
                {
                    return head;
                }
            }
        }

        // False if the oldest cannot be dropped; true if it was, or if the tail was moved by another.
        private bool DropOldest(int tail)
        {
            if (Marks[(tail >> 1) & Mask] != tail + One)
            {
                return tail != Tail;
            }

            if (Interlocked.CompareExchange(ref Tail, tail + One, tail) != tail)
            {
                return true;
            }

            if (_countsOldest)
            {
                CountDropped();
            }

            if (((tail + One) & Lap.Mask) == 0)
            {
                Interlocked.Increment(ref _laps);
            }

            return true;
        }
    }

    /// <summary>A <see cref="BoundedRing"/> of objects.</summary>
    internal sealed class ObjectRing : BoundedRing
    {
        /// <summary>What was taken last. The taker.</summary>
        internal object Taken;

        private readonly object[] _items;

        internal ObjectRing(int capacity, bool dropsOldest, bool countsOldest)
            : base(capacity, dropsOldest, countsOldest)
        {
            _items = new object[Mask + 1];
        }

        /// <summary>Puts an item behind all others; false if the ring is full or closed. Any thread.</summary>
        internal bool TryPut(object item)
        {
            int ticket = Claim();                                       // P1
            if (ticket == None)
            {
                return false;
            }

            int place = (ticket >> 1) & Mask;
            _items[place] = item;                                       // P2
            Fence.Full();
            Marks[place] = ticket + One;                                // P3
            return true;
        }

        /// <summary>Takes the oldest item into <see cref="Taken"/>; false if there is none. The taker.</summary>
        internal bool TryTake()
        {
            while (true)
            {
                int ticket = Tail;
                int place = (ticket >> 1) & Mask;
                if (Marks[place] == ticket + One)                       // T1
                {
                    Fence.Full();
                    Taken = _items[place];                              // T2
                    if (!DropsOldest)
                    {
                        Tail = ticket + One;                            // T3
                        return true;
                    }

                    if (Interlocked.CompareExchange(ref Tail, ticket + One, ticket) == ticket)
                    {
                        return true;
                    }
                }
                else if (Tail == ticket)
                {
                    return false;
                }
            }
        }

        /// <summary>
        /// What stands in the place of a ticket; of use only if the ticket is not past afterwards. Any thread.
        /// </summary>
        internal object ItemAt(int ticket)
        {
            return _items[(ticket >> 1) & Mask];
        }
    }
}
