namespace NanoExecutor
{
    /// <summary>
    /// Lets any number of tasks read something, or one change it, in the order in which they asked: for what takes
    /// several polls.
    /// </summary>
    /// <remarks>
    /// <para>Only tasks of one executor use it; nothing of it is for other threads or interrupts.</para>
    /// <para>
    /// First come, first served: a reader that comes after a waiting writer stands behind it, so that readers cannot
    /// starve writers; readers that stand behind each other go in together. A reader cannot become a writer: it
    /// releases and asks again.
    /// </para>
    /// </remarks>
    public sealed class ReaderWriterLock
    {
        internal readonly WaitLine Line = new WaitLine(null);

        /// <summary>Locks that have it for reading.</summary>
        public int Readers { get; internal set; }

        /// <summary>The lock that has it for writing; null if none has.</summary>
        public WriteLock Writer { get; internal set; }

        /// <summary>
        /// Whether the task that wrote last threw or was aborted without giving it back: what it guards may be half changed.
        /// Until the next <see cref="WriteLock.Release"/>.
        /// </summary>
        public bool IsAbandoned { get; internal set; }

        /// <summary>Locks that wait for it.</summary>
        public int Waiting => Line.Count;

        /// <summary>Makes a lock for reading, one for each task that reads. Allocates it.</summary>
        /// <returns>A lock that is not held.</returns>
        [Allocates("the lock")]
        public ReadLock NewReadLock()
        {
            return new ReadLock(this);
        }

        /// <summary>Makes a lock for writing, one for each task that writes. Allocates it.</summary>
        /// <returns>A lock that is not held.</returns>
        [Allocates("the lock")]
        public WriteLock NewWriteLock()
        {
            return new WriteLock(this);
        }
    }
}
