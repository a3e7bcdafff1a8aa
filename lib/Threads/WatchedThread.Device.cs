#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones: a store is seen in the order written.
    public sealed partial class WatchedThread
    {
        // A WatchedState. Written by the thread itself alone.
        private int _state;
    }
}
#endif
