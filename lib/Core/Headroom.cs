using System;
using System.Diagnostics;

namespace NanoExecutor
{
    /// <summary>
    /// Looks whether the next calls have room on the heap. On nanoCLR each call takes a frame of some 200 bytes from there,
    /// and a collection, which comes when an allocation fails, gives back the frames that are kept for reuse. With the heap
    /// full the call that fails would be one in the middle of a task, which had done nothing wrong.
    /// </summary>
    /// <remarks>
    /// So wherever another thread may have run the executor makes a few calls of its own: they fail first, and there it waits
    /// for memory. Where there has been no collection since the executor was made, as in a program that makes no garbage, a
    /// look at a weak reference tells so for a fifth of the price. Nothing of it exists on the desktop.
    /// </remarks>
    internal sealed class Headroom
    {
        // As deep as a linear task that awaits a delay with a time limit.
        private const int Depth = 4;

        // Dies with the first collection; another one would be garbage.
        private readonly WeakReference _canary = new WeakReference(new object());

        /// <summary>Throws OutOfMemoryException if there is no room.</summary>
        [Conditional("NANOFRAMEWORK_1_0")]
        internal void Check()
        {
            if (!_canary.IsAlive)
            {
                Descend(Depth);
            }
        }

        private static int Descend(int depth)
        {
            return depth == 0 ? 0 : Descend(depth - 1) + 1;
        }
    }
}
