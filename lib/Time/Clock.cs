namespace NanoExecutor
{
    /// <summary>The monotonic time of a machine. A board derives from it; executors may share one.</summary>
    public abstract class Clock
    {
        /// <summary>µs since some fixed moment; never less than before. Any thread; allocates nothing.</summary>
        public abstract long Now { get; }

        /// <summary>
        /// The step of <see cref="Now"/> in µs. A delay lasts up to a step longer for it, so that it is never shorter
        /// than asked.
        /// </summary>
        public virtual long Resolution => 1;
    }
}
