using System;
using nanoFramework.TestFramework;
using Collector = nanoFramework.Runtime.Native.GC;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Tells whether code makes garbage, on any size of heap: it fills the heap but for a little. Whatever makes more
    /// garbage than that starts a collection, and that takes an object which nothing holds.
    /// </summary>
    /// <remarks>
    /// The less is left, the fewer uses it takes to show: a chip is slow and its heap small, so there it is just enough for the
    /// frames of the deepest calls, which come from the same heap.
    /// </remarks>
    internal sealed class Garbage
    {
        private const int SmallestObject = 12;
        private const int LargestPiece = 16 * 1024;
        private const int SmallestPiece = 512;

        private readonly WeakReference _canary;
        private object[] _ballast;

        /// <summary>Fills the heap. The code in question must have run once before.</summary>
        internal Garbage()
        {
            Collector.Run(true);
            object[] last = null;
            for (int size = LargestPiece; size >= SmallestPiece; size >>= 1)
            {
                try
                {
                    while (Collector.Run(false) > Left + (uint)size)
                    {
                        last = new object[] { last, new byte[size - 64] };
                    }
                }
                catch (OutOfMemoryException)
                {
                    // It is free, but not in one piece.
                }
            }

            _ballast = last;
            _canary = NewCanary();
        }

        /// <summary>So often something has to be used that a single smallest object in each use would show.</summary>
        internal static int Uses => (int)(Left / SmallestObject) + 1;

        private static uint Left => Chip.Here ? 6u * 1024 : 16u * 1024;

        /// <summary>That no collection has happened since, and that one would have been seen.</summary>
        internal void ExpectNone()
        {
            bool lives = _canary.IsAlive;
            uint made = 0;
            while (_canary.IsAlive && made < 4 * Left)
            {
                made += (uint)new byte[128].Length;
            }

            bool died = !_canary.IsAlive;
            _ballast = null;
            Assert.IsTrue(lives, "a collection has happened: something was allocated");
            Assert.IsTrue(died, "garbage does not show in this test");
        }

        // In a method of its own, so that no local variable holds it.
        private static WeakReference NewCanary()
        {
            return new WeakReference(new object());
        }
    }
}
