namespace NanoExecutor.Tests
{
    /// <summary>
    /// Whether the tests run on a chip. That is a thousand times slower than a desktop: what a desktop tries ten thousand
    /// times would take minutes there, and shows nothing of the chip.
    /// </summary>
    internal static class Chip
    {
        private const int Share = 20;

#if NANOFRAMEWORK_1_0
        private const uint SmallHeap = 1024 * 1024;

        private static bool _known;
        private static bool _here;

        /// <summary>Whether this is one, by its heap. Asked first while that is not filled up.</summary>
        internal static bool Here
        {
            get
            {
                if (!_known)
                {
                    _here = nanoFramework.Runtime.Native.GC.Run(false) < SmallHeap;
                    _known = true;
                }

                return _here;
            }
        }
#else
        /// <summary>Whether this is one.</summary>
        internal static bool Here => false;
#endif

        /// <summary>As many as a desktop tries; on a chip a twentieth.</summary>
        internal static int Some(int all)
        {
            return Here ? (all + Share - 1) / Share : all;
        }
    }
}
