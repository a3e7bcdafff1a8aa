#if !NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // Several processors: volatile keeps what was stored before it before it.
    public sealed partial class WorkerCall
    {
        // The number of the latest call asked for, and of the latest that was cancelled. The task.
        private volatile int _asked;
        private volatile int _cancelled;

        // The number of the latest call that is over. The worker.
        private volatile int _over;
    }
}
#endif
