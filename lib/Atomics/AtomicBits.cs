using System.Threading;

namespace NanoExecutor
{
    /// <summary>
    /// 32 bits that any thread sets and clears: each change is one compare-exchange of the whole word.
    /// </summary>
    /// <remarks>
    /// A change that another one beat is made again on what that one left, so none is undone; nobody waits for a thread
    /// that is stopped. What a change returns is what stood there at that one moment: of two that together complete a
    /// set of bits, the later one sees it complete.
    /// </remarks>
    internal sealed class AtomicBits
    {
        // Any thread, by compare-exchange. Volatile on the desktop, where it keeps a load before those after it.
#if NANOFRAMEWORK_1_0
        private int _bits;
#else
        private volatile int _bits;
#endif

        /// <summary>The bits now. Any thread.</summary>
        internal int Value => _bits;

        /// <summary>Sets bits and returns all that are set then. Any thread.</summary>
        internal int Set(int mask)
        {
            int bits;
            do
            {
                bits = _bits;
            }
            while (Interlocked.CompareExchange(ref _bits, bits | mask, bits) != bits);

            return bits | mask;
        }

        /// <summary>Clears bits and returns what was set before. Any thread.</summary>
        internal int Clear(int mask)
        {
            int bits;
            do
            {
                bits = _bits;
            }
            while (Interlocked.CompareExchange(ref _bits, bits & ~mask, bits) != bits);

            return bits;
        }

        /// <summary>Puts a value in the place of another; false if that is not what stands there. Any thread.</summary>
        internal bool TryChange(int from, int to)
        {
            return Interlocked.CompareExchange(ref _bits, to, from) == from;
        }
    }
}
