using System.Threading;

namespace NanoExecutor
{
    /// <summary>A <see cref="TicketRing"/> of numbers.</summary>
    internal sealed class LongRing : TicketRing
    {
        /// <summary>What was taken last. The taker.</summary>
        internal long Taken;

        private readonly long[] _items;

        internal LongRing(int capacity, bool dropsOldest, bool countsOldest)
            : base(capacity, dropsOldest, countsOldest)
        {
            _items = new long[Mask + 1];
        }

        /// <summary>Puts an item behind all others; false if the ring is full or closed. Any thread.</summary>
        internal bool TryPut(long item)
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
        internal long ItemAt(int ticket)
        {
            return _items[(ticket >> 1) & Mask];
        }
    }
}
