#if !NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // Several processors: volatile keeps what the thread leaves behind before the state that shows it.
    public sealed partial class WatchedThread
    {
        // A WatchedState. Written by the thread itself alone.
        private volatile int _state;
    }
}
#endif
