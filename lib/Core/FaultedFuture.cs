using System;

namespace NanoExecutor
{
    /// <summary>
    /// Stands in the slot of a task that threw, with its exception, until the slot is given free or restarted.
    /// </summary>
    internal sealed class FaultedFuture : Future
    {
        internal readonly Future Task;
        internal readonly Exception Exception;

        internal FaultedFuture(Future task, Exception exception)
        {
            Task = task;
            Exception = exception;
        }

        public override Poll Poll(Waker waker)
        {
            return Pending;
        }

        public override void Cancel()
        {
            Task.Cancel();
        }
    }
}
