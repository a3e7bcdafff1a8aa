#if !NANOFRAMEWORK_1_0
using System.Threading;

namespace NanoExecutor
{
    // Several processors: elements of an array cannot be volatile, so a fence stands between a place and its mark.
    internal abstract partial class TicketRing
    {
        static partial void FullFence()
        {
            Interlocked.MemoryBarrier();
        }
    }
}
#endif
