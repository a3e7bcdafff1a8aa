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
    public abstract class LockFuture : QueuedFuture
    {
        private protected LockFuture(WaitQueue line)
            : base(line, true)
        {
        }

        /// <inheritdoc/>
        private protected sealed override bool HasMore => true;

        /// <summary>Writes which task has a lock, if one does.</summary>
        private protected static Description HeldBy(Description to, LockFuture held)
        {
            return held == null ? to : to.HeldBy(held.Holder == null ? null : held.Holder.Home);
        }

        /// <summary>It was given back.</summary>
        private protected void Released()
        {
            Holder = null;
        }
    }
}
