namespace NanoExecutor
{
    /// <summary>
    /// Waits in line for something and then has it until it is released: what <see cref="MutexLock"/>,
    /// <see cref="ReadLock"/> and <see cref="WriteLock"/> have in common.
    /// </summary>
    /// <remarks>
    /// A task that throws or is aborted while it has a lock that it awaited gives it back: the next in line gets it, and is
    /// told (<c>IsAbandoned</c>). The executor remembers each lock that its tasks have ever awaited, for as long as it lives.
    /// </remarks>
    public abstract class LockFuture : QueuedFuture, IHeld
    {
        // By its future, which stays the same when the task moves to another slot or executor.
        private Future _holder;
        private Executor _listedBy;

        private protected LockFuture(WaitLine line)
            : base(line)
        {
        }

        IHeld IHeld.NextHeld { get; set; }

        Future IHeld.Holder => _holder;

        void IHeld.Abandon()
        {
            _holder = null;
            GiveUp();
        }

        /// <summary>Whether it took what it waits for.</summary>
        private protected abstract bool TryTake();

        /// <summary>Gives it back in the place of a task that did not, and notes that.</summary>
        private protected abstract void GiveUp();

        /// <summary>It was given back.</summary>
        private protected void Released()
        {
            _holder = null;
        }

        private protected sealed override bool TryFinish()
        {
            if (!TryTake())
            {
                return false;
            }

            // Of one that is a task itself nobody knows who has it when that has ended.
            TaskWaker task = Waker == null ? null : Waker.Task;
            if (task != null && task.Future != this)
            {
                _holder = task.Future;
                if (_listedBy != task.Owner)
                {
                    _listedBy = task.Owner;
                    _listedBy.Remember(this);
                }
            }

            return true;
        }
    }
}
