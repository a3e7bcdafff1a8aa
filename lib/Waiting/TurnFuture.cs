namespace NanoExecutor
{
    /// <summary>
    /// A future that listens and of which those that wait for the same take account: what <see cref="BarrierWait"/> and
    /// <see cref="EventFlagsWait"/> have in common.
    /// </summary>
    /// <remarks>
    /// When the task that waits throws or is aborted, this is cancelled even if the task did not: the others would wait for
    /// it in vain, or not wait for whom they should.
    /// </remarks>
    public abstract class TurnFuture : ListeningFuture, IHeld
    {
        // By its future, which stays the same when the task moves to another slot or executor.
        private Future _holder;

        private protected TurnFuture()
        {
        }

        IHeld IHeld.NextHeld { get; set; }

        Executor IHeld.ListedBy { get; set; }

        bool IHeld.IsOf(TaskWaker task, Future future)
        {
            return IsWaiting && (_holder == future || Flag.Task == task);
        }

        void IHeld.Abandon()
        {
            Cancel();
        }

        /// <summary>Takes note of what it waits for, if it is there.</summary>
        private protected abstract bool TryGoOn();

        private protected sealed override bool TryFinish()
        {
            if (TryGoOn())
            {
                return true;
            }

            TaskWaker task = Flag.Task;
            if (task != null)
            {
                _holder = task.Future;
                task.Owner.Remember(this);
            }

            return false;
        }
    }
}
