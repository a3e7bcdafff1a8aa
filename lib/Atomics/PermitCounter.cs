using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// Counts what any thread gives and one taker takes, up to a limit: the permits of a semaphore, the places of a
    /// channel.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Givers may be interrupts and threads at once, and an interrupt may come while a giver is stopped in the middle.
    /// So a ticket is given by one compare-exchange of <see cref="Head"/>: it succeeds for one of those that saw the
    /// same value, and the others look again. Nobody waits for a giver that is stopped: a repetition means that another
    /// one got through.
    /// </para>
    /// <para>
    /// The limit holds: G1 reads Head, G2 reads Tail, G3 exchanges Head. Tail only grows, so what G2 saw is at most
    /// what it is at G3, and Head is at G3 what G1 saw; their difference at G3 is no greater than the one that was
    /// checked.
    /// </para>
    /// <para>
    /// Closing is one compare-exchange of the same word. A ticket is given before it or not at all, so that who sees
    /// all tickets taken after the close knows that none will come.
    /// </para>
    /// <para>Both counts run through all values of an int and wrap; only differences are looked at.</para>
    /// </remarks>
    internal class PermitCounter
    {
        /// <summary>
        /// The most tickets that may be given and not taken: the difference of two counts has to stay positive.
        /// </summary>
        internal const int Max = 1 << 28;

        /// <summary>What is no ticket: those are even.</summary>
        internal const int None = 1;

        /// <summary>From one ticket to the next.</summary>
        internal const int One = 2;

        private const int ClosedBit = 1;

        /// <summary>The most that may be given and not taken.</summary>
        internal readonly int Limit;

        // Volatile on the desktop, where it keeps a store behind those before it and a load before those after it.
#if NANOFRAMEWORK_1_0
        /// <summary>Twice the tickets given, and 1 when closed. Any thread, by compare-exchange.</summary>
        private protected int Head;

        /// <summary>
        /// Twice the tickets taken. The taker; of a ring that drops its oldest any thread, by compare-exchange.
        /// </summary>
        private protected int Tail;
#else
        /// <summary>Twice the tickets given, and 1 when closed. Any thread, by compare-exchange.</summary>
        private protected volatile int Head;

        /// <summary>
        /// Twice the tickets taken. The taker; of a ring that drops its oldest any thread, by compare-exchange.
        /// </summary>
        private protected volatile int Tail;
#endif

        private readonly int _limit;

        // Any thread, by compare-exchange.
        private int _dropped;

        internal PermitCounter(int limit)
        {
            Limit = limit;
            _limit = limit * One;
        }

        internal bool IsClosed => (Head & ClosedBit) != 0;

        /// <summary>Closed, and all that was given is taken.</summary>
        internal bool IsDrained => Head == Tail + ClosedBit;

        /// <summary>
        /// Given and not taken, 0 to the limit. For the taker exact but for what is given in the meantime.
        /// </summary>
        internal int Count
        {
            get
            {
                // The tail first: it does not pass the head.
                int tail = Tail;
                int count = ((Head & ~ClosedBit) - tail) >> 1;
                return count > Limit ? Limit : count;
            }
        }

        /// <summary>How often somebody found it full; stays at int.MaxValue.</summary>
        internal int Dropped => _dropped;

        /// <summary>Gives tickets, all or none; false if they are too many or it is closed. Any thread.</summary>
        internal bool TryGive(int tickets)
        {
            int head;
            do
            {
                head = Head;                                            // G1
                if ((head & ClosedBit) != 0 || head - Tail > _limit - (tickets * One))      // G2
                {
                    return false;
                }
            }
            while (Interlocked.CompareExchange(ref Head, head + (tickets * One), head) != head);    // G3

            return true;
        }

        /// <summary>Takes tickets, all or none; false if not so many are given. The taker.</summary>
        internal bool TryTake(int tickets)
        {
            int tail = Tail;
            if ((Head & ~ClosedBit) - tail < tickets * One)
            {
                return false;
            }

            Tail = tail + (tickets * One);
            return true;
        }

        /// <summary>No ticket is given from now on; false if it was closed already. Any thread.</summary>
        internal bool Close()
        {
            int head;
            do
            {
                head = Head;
                if ((head & ClosedBit) != 0)
                {
                    return false;
                }
            }
            while (Interlocked.CompareExchange(ref Head, head | ClosedBit, head) != head);

            return true;
        }

        /// <summary>Any thread.</summary>
        internal void CountDropped()
        {
            int dropped;
            do
            {
                dropped = _dropped;
            }
            while (dropped != int.MaxValue
                && Interlocked.CompareExchange(ref _dropped, dropped + 1, dropped) != dropped);
        }
    }
}
