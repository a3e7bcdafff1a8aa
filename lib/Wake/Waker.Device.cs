#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones, so a store is seen in the order written and costs what a store costs.
    public sealed partial class Waker
    {
        /// <summary>Any thread sets it, the owner clears it.</summary>
        internal bool IsSet;

        // The owner writes it, any thread reads it.
        private Waker _listener;
    }
}
#endif
