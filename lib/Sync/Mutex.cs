namespace NanoExecutor
{
    /// <summary>
    /// Lets one task at a time have something, in the order in which they asked: for what takes several polls and must
    /// not be mixed, such as a transfer on a bus.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The tasks of one executor take turns anyway, so that what is done within one poll needs no mutex. Nothing of it
    /// is for other threads or interrupts.
    /// </para>
    /// <para>
    /// First come, first served: who comes while others wait stands behind them, also when the mutex happens to be free
    /// because the next in line was not polled yet.
    /// </para>
    /// </remarks>
    public sealed class Mutex
    {
        internal readonly WaitLine Line = new WaitLine(null);
        internal MutexLock Holder;

        /// <summary>The lock that has it; null if it is free.</summary>
        public MutexLock Owner => Holder;

        /// <summary>Whether a lock has it.</summary>
        public bool IsLocked => Holder != null;

        /// <summary>
        /// Whether the task that had it last threw or was aborted without giving it back: what it guards may be half changed.
        /// Until the next <see cref="MutexLock.Release"/>.
        /// </summary>
        public bool IsAbandoned { get; internal set; }

        /// <summary>Locks that wait for it.</summary>
        public int Waiting => Line.Count;

        /// <summary>
        /// Makes a lock, one for each task that uses the mutex. Allocates it: call it before the executor runs.
        /// </summary>
        /// <returns>A lock that does not have the mutex.</returns>
        [Allocates("the lock")]
        public MutexLock NewLock()
        {
            return new MutexLock(this);
        }
    }
}
