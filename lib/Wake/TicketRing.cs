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
    internal abstract partial class TicketRing : Tickets
    {
        /// <summary>
        /// The capacity, rounded up to a power of two, less one: the place of a ticket is its half modulo that.
        /// </summary>
        private protected readonly int Mask;

        private const int MostItems = 1 << 16;

        private readonly int _limit;
        private readonly bool _dropsOldest;
        private readonly bool _countsOldest;
        private readonly int[] _marks;

        // Borders that the tail has passed in a ring that drops its oldest. Whoever drops, by an interlocked increment.
        private int _laps;

        /// <param name="capacity">Items, 1 to 65,536.</param>
        /// <param name="dropsOldest">Whether who finds it full drops the oldest item.</param>
        /// <param name="countsOldest">Whether those count in <see cref="Tickets.Dropped"/>.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The capacity is not 1 to 65,536.</exception>
        internal TicketRing(int capacity, bool dropsOldest, bool countsOldest)
            : base(capacity)
        {
            if (capacity < 1 || capacity > MostItems)
            {
                throw Throw.Capacity("capacity", capacity, MostItems);
            }

            _limit = capacity * One;
            _dropsOldest = dropsOldest;
            _countsOldest = countsOldest;

            // Tickets wrap, so a power of two.
            int places = 1;
            while (places < capacity)
            {
                places <<= 1;
            }

            Mask = places - 1;
            _marks = new int[places];
        }

        /// <summary>Whether the oldest can be taken now. The taker.</summary>
        internal bool HasFront => Front() != None;

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
            FullFence();
            return ticket - Tail < 0;
        }

        /// <summary>Whether the place of a ticket is filled; what is in it is read after that. Any thread.</summary>
        internal bool IsFilled(int ticket)
        {
            if (_marks[(ticket >> 1) & Mask] != ticket + One)
            {
                return false;
            }

            FullFence();
            return true;
        }

        /// <summary>P1; <see cref="Tickets.None"/> if the ring is full or closed. Any thread.</summary>
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
                    if (!_dropsOldest || !DropOldest(tail))
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

        /// <summary>P3. Whoever claimed it.</summary>
        protected void Mark(int ticket)
        {
            FullFence();
            _marks[(ticket >> 1) & Mask] = ticket + One;
        }

        /// <summary>T1; <see cref="Tickets.None"/> if there is nothing to take. The taker.</summary>
        protected int Front()
        {
            int tail = Tail;
            while (_marks[(tail >> 1) & Mask] != tail + One)
            {
                int now = Tail;
                if (now == tail)
                {
                    return None;
                }

                tail = now;
            }

            FullFence();
            return tail;
        }

        /// <summary>T3; false if the ticket was dropped meanwhile. The taker.</summary>
        protected bool Pass(int ticket)
        {
            if (_dropsOldest)
            {
                return Interlocked.CompareExchange(ref Tail, ticket + One, ticket) == ticket;
            }

            Tail = ticket + One;
            return true;
        }

        // False if the oldest cannot be dropped; true if it was, or if the tail was moved by another.
        private bool DropOldest(int tail)
        {
            if (_marks[(tail >> 1) & Mask] != tail + One)
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

        /// <summary>Keeps all that stands before it before all that stands after it. Nothing on the device.</summary>
        static partial void FullFence();
    }
}
