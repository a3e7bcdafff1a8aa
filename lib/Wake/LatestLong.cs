using System.Threading;

namespace NanoExecutor
{
    /// <summary>The <see cref="Latest"/> of values that are each a number.</summary>
    internal sealed class LatestLong : Latest
    {
        /// <summary>What was taken last. The taker.</summary>
        internal long Taken;

        private readonly long[] _values;

        internal LatestLong(int writers)
            : base(writers)
        {
            _values = new long[Places];
        }

        /// <summary>Replaces the latest value; false if more threads than declared are at it. Any thread.</summary>
        internal bool TryPut(long value)
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
