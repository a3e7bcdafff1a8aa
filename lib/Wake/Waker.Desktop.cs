#if !NANOFRAMEWORK_1_0
using System.Threading;

namespace NanoExecutor
{
    // Several processors: volatile keeps a store behind those before it, and the fence keeps a load behind a store.
    public sealed partial class Waker
    {
        /// <summary>Any thread sets it, the owner clears it.</summary>
        internal volatile bool IsSet;

        // The owner writes it, any thread reads it.
        private volatile Waker _listener;

        static partial void FullFence()
        {
            Interlocked.MemoryBarrier();
        }
    }
}
#endif
