#if !NANOFRAMEWORK_1_0
using System.Threading;

namespace NanoExecutor
{
    // Several processors: volatile keeps a store behind those before it, and the fence keeps a load behind a store.
    internal sealed partial class WakeProtocol
    {
        /// <summary>The place of the next hint. Any thread writes it, unguarded.</summary>
        internal volatile int Head;

        /// <summary>NeedRun for what is in no slot. Any thread sets it, the executor clears it.</summary>
        internal volatile bool NeedRun;

        /// <summary>The executor is in its park or about to be. It writes this, any thread reads it.</summary>
        internal volatile bool Parked;

        /// <summary>Any thread sets it, the executor clears it.</summary>
        internal volatile bool StopRequested;

        // 1 while a thread runs the executor. Any thread, by compare-exchange.
        private int _entered;

        static partial void FullFence()
        {
            Interlocked.MemoryBarrier();
        }
    }
}
#endif
