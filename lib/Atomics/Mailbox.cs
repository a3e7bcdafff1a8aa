using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// The latest of the values that any thread hands over, which one taker takes: each value once, or never if a later
    /// one came first.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     put    P1  claim a free place           take   T1  exchange the latest place for none
    ///            P2  fill it                             T2  read it
    ///            P3  exchange the latest place           T3  free it
    ///                for it, free the one before
    ///            P4  wake
    /// </code>
    /// <para>
    /// A place has one owner at a time: who claimed it (P1, one compare-exchange), then nobody while it is the latest,
    /// then whoever exchanges it out, in P3 or T1. An exchange gives a place to one alone, so no value is taken twice
    /// and none is read while it is written. A thread that is stopped anywhere holds up nobody: it keeps one place, and
    /// there is one for each writer, one for the latest and one for the taker. The last to exchange wins.
    /// </para>
    /// <para>
    /// A search that passes a place just before it is freed may miss it, and looks again a few times. With more writers
    /// at once than were declared it ends without one, and the value is dropped and counted.
    /// </para>
    /// </remarks>
    internal abstract class Mailbox
    {
        /// <summary>Threads that write at once, where nothing else is known.</summary>
        internal const int UsualWriters = 4;

        private const int MaxWriters = 64;
        private const int Searches = 16;

        /// <summary>1 for a place that is owned or the latest. Its next owner sets it, its last one clears it.</summary>
        private protected readonly int[] Owned;

        // Volatile on the desktop, where it shows what was stored before it.
#if NANOFRAMEWORK_1_0
        /// <summary>The latest place and 1; 0 for none. Any thread, by exchange.</summary>
        private protected int Newest;
#else
        /// <summary>The latest place and 1; 0 for none. Any thread, by exchange.</summary>
        private protected volatile int Newest;
#endif

        // Any thread, by compare-exchange.
        private int _dropped;
        private int _replaced;

        /// <param name="writers">Threads that may write at once, 1 to 64.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 64.</exception>
        internal Mailbox(int writers)
        {
            if (writers < 1 || writers > MaxWriters)
            {
                throw Throw.Capacity("writers", writers, MaxWriters);
            }

            Owned = new int[writers + 2];
        }

        /// <summary>Places for values.</summary>
        protected int Places => Owned.Length;

        /// <summary>Whether there is a value that was not taken.</summary>
        internal bool HasValue => Newest != 0;

        /// <summary>Values that a later one replaced; stays at int.MaxValue.</summary>
        internal int Replaced => _replaced;

        /// <summary>
        /// Values for which there was no place, because more threads than declared wrote at once; stays at
        /// int.MaxValue.
        /// </summary>
        internal int Dropped => _dropped;

        /// <summary>P1; negative if there is no free place. Any thread.</summary>
        protected int Claim()
        {
            for (int search = 0; search < Searches; search++)
            {
                for (int place = 0; place < Owned.Length; place++)
                {
                    if (Owned[place] == 0 && Interlocked.CompareExchange(ref Owned[place], 1, 0) == 0)
                    {
                        return place;
                    }
                }
            }

            int dropped;
            do
            {
                dropped = _dropped;
            }
            while (dropped != int.MaxValue
                && Interlocked.CompareExchange(ref _dropped, dropped + 1, dropped) != dropped);

            return -1;
        }

        /// <summary>The end of P3: frees the place of a value that was replaced. Whoever exchanged it out.</summary>
        protected void Replace(int place)
        {
            Owned[place] = 0;
            int replaced;
            do
            {
                replaced = _replaced;
            }
            while (replaced != int.MaxValue
                && Interlocked.CompareExchange(ref _replaced, replaced + 1, replaced) != replaced);
        }
    }

    /// <summary>The <see cref="Mailbox"/> of values that are each a reference.</summary>
    internal sealed class ObjectMailbox : Mailbox
    {
        /// <summary>What was taken last. The taker.</summary>
        internal object Taken;

        private readonly object[] _values;

        internal ObjectMailbox(int writers)
            : base(writers)
        {
            _values = new object[Places];
        }

        /// <summary>Replaces the latest value; false if more threads than declared are at it. Any thread.</summary>
        internal bool TryPut(object value)
        {
            int place = Claim();                                        // P1
            if (place < 0)
            {
                return false;
            }

            _values[place] = value;                                     // P2
            int before = Interlocked.Exchange(ref Newest, place + 1);   // P3
            if (before != 0)
            {
                Replace(before - 1);
            }

            return true;
        }

        /// <summary>Takes the latest value into <see cref="Taken"/>; false if there is none. The taker.</summary>
        internal bool TryTake()
        {
            if (Newest == 0)
            {
                return false;
            }

            int place = Interlocked.Exchange(ref Newest, 0) - 1;        // T1
            Taken = _values[place];                                     // T2
            Fence.Full();
            Owned[place] = 0;                                           // T3
            return true;
        }
    }
}
