#if NANOFRAMEWORK_1_0
using System;
#endif
using System.Diagnostics;

namespace NanoExecutor
{
    /// <summary>
    /// Looks whether the next calls have room on the heap. On nanoCLR each call takes a frame of some 200 bytes from there,
    /// and a collection, which comes when an allocation fails, gives back the frames that are kept for reuse. With the heap
    /// full the call that fails would be one in the middle of a task, which had done nothing wrong.
    /// </summary>
    /// <remarks>
    /// So wherever another thread may have run the executor looks whether there was a collection, by an object that nothing
    /// refers to but a weak reference, and if so makes a few calls of its own: they fail first, and there it waits for memory.
    /// Nothing of it exists on the desktop.
    /// </remarks>
    internal sealed class Headroom
    {
        // As deep as a linear task in a task that awaits a delay with a time limit.
        private const int Depth = 6;

#if NANOFRAMEWORK_1_0
        private readonly WeakReference _canary = new WeakReference(new object());
#endif

        /// <summary>Throws <see cref="CollectedException"/> if there was a collection since the last look.</summary>
        [Conditional("NANOFRAMEWORK_1_0")]
        internal void Check()
        {
#if NANOFRAMEWORK_1_0
            if (!_canary.IsAlive)
            {
                throw Throw.Collected();
            }
#endif
        }

        /// <summary>Makes sure that there is room; throws OutOfMemoryException if not. Allocates.</summary>
        [ThrowHelper]
        internal void Renew()
        {
            Descend(Depth);
#if NANOFRAMEWORK_1_0
            _canary.Target = new object();
#endif
        }

        private static int Descend(int depth)
        {
            return depth == 0 ? 0 : Descend(depth - 1) + 1;
        }
    }
}
