#if NANOFRAMEWORK_1_0
namespace NanoExecutor
{
    // One native thread runs all managed ones: a store is seen in the order written.
    public sealed partial class WorkerCall
    {
        // The number of the latest call asked for, and of the latest that was cancelled. The task.
        private int _asked;
        private int _cancelled;

        // The number of the latest call that is over. The worker.
        private int _over;
    }
}
#endif
