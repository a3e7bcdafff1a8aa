using System.Diagnostics;
#if !NANOFRAMEWORK_1_0 && !NET
#error Define NET where threads run on several processors: without it the fences vanish and wakes are lost.
#endif
#if !NANOFRAMEWORK_1_0
using System.Runtime.CompilerServices;
using System.Threading;
#endif

namespace NanoExecutor
{
    /// <summary>
    /// The order of a store and a load behind it. On the device all managed threads share one native thread, so the order
    /// written is the order seen, and a call of this vanishes; on the desktop a store may be overtaken by the load behind it.
    /// </summary>
    internal static class Fence
    {
        /// <summary>Makes what was stored before visible to all threads before what is read after.</summary>
        [Conditional("NET")]
#if !NANOFRAMEWORK_1_0
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
#endif
        internal static void Full()
        {
#if !NANOFRAMEWORK_1_0
            Interlocked.MemoryBarrier();
#endif
        }
    }
}
