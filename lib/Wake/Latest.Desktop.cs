#if !NANOFRAMEWORK_1_0
using System.Threading;

namespace NanoExecutor
{
    // Several processors. The exchanges are fences themselves; freeing a place is a plain store and needs one.
    internal abstract partial class Latest
    {
        // The latest place and 1; 0 for none. Any thread, by exchange.
        private volatile int _latest;

        static partial void FullFence()
        {
            Interlocked.MemoryBarrier();
        }
    }
}
#endif
