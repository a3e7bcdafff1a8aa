using System.Diagnostics;

namespace NanoExecutor
{
    /// <summary>
    /// Looks whether the next calls have room on the heap. On nanoCLR each call takes a frame of some 200 bytes from there,
    /// and a collection, which comes when an allocation fails, gives back the frames that are kept for reuse. With the heap
    /// full the call that fails would be one in the middle of a task, which had done nothing wrong. So the executor makes a
    /// few calls of its own wherever another thread may have run: they fail first, and there it waits for memory.
    /// </summary>
    internal static class Headroom
    {
        // As deep as a linear task that awaits a delay with a time limit.
        private const int Depth = 4;

        /// <summary>Throws OutOfMemoryException if there is no room. Nothing on the desktop.</summary>
        [Conditional("NANOFRAMEWORK_1_0")]
        internal static void Check()
        {
            Descend(Depth);
        }

        private static int Descend(int depth)
        {
            return depth == 0 ? 0 : Descend(depth - 1) + 1;
        }
    }
}
