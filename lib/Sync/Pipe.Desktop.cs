#if !NANOFRAMEWORK_1_0
using System.Threading;

namespace NanoExecutor
{
    // Several processors: volatile keeps a store behind those before it and a load before those after it.
    public sealed partial class Pipe
    {
        // Bytes written so far, and so far begun to be. The writing side.
        private volatile int _head;
        private volatile int _begun;

        // Bytes read so far. The reading side.
        private volatile int _tail;

        // The writing side.
        private volatile bool _closed;

        static partial void FullFence()
        {
            Interlocked.MemoryBarrier();
        }
    }
}
#endif
