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

            _items[(ticket >> 1) & Mask] = item;                             // P2
            Mark(ticket);                                               // P3
            return true;
        }

        /// <summary>Takes the oldest item into <see cref="Taken"/>; false if there is none. The taker.</summary>
        internal bool TryTake()
        {
            int ticket;
            while ((ticket = Front()) != None)                          // T1
            {
                Taken = _items[(ticket >> 1) & Mask];                        // T2
                if (Pass(ticket))                                       // T3
                {
                    return true;
                }
            }

            return false;
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
