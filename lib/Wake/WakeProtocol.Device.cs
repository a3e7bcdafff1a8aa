#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones: a plain store is seen in the order written. Fences vanish here.
    internal sealed partial class WakeProtocol
    {
        /// <summary>The place of the next hint. Any thread writes it, unguarded.</summary>
        internal int Head;

        /// <summary>NeedRun for what is in no slot. Any thread sets it, the executor clears it.</summary>
        internal bool NeedRun;

        /// <summary>The executor is in its park or about to be. It writes this, any thread reads it.</summary>
        internal bool Parked;

        /// <summary>Any thread sets it, the executor clears it.</summary>
        internal bool StopRequested;

        // 1 while a thread runs the executor. Any thread, by compare-exchange.
        private int _entered;
    }
}
#endif
