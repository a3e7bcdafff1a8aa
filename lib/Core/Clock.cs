namespace NanoExecutor
{
    /// <summary>The monotonic time of a machine. A board derives from it; executors share it.</summary>
    /// <remarks>A reading never waits, allocates nothing, and is for any thread.</remarks>
    public abstract class Clock
    {
        /// <summary>
        /// µs since some fixed moment, 0 to half of <see cref="Duration.Longest"/>; never less than before. Any thread;
        /// allocates nothing.
        /// </summary>
        public abstract long Now { get; }

        /// <summary>
        /// The step of <see cref="Now"/> in µs. A delay lasts up to a step longer for it, so that it is never shorter
        /// than asked.
        /// </summary>
        public virtual long Resolution => 1;

        /// <summary>
        /// A cheaper reading, µs: behind <see cref="Now"/> by no more than <see cref="CoarseError"/>, and never ahead of it.
        /// A busy executor asks it whether a deadline may be near. Any thread; allocates nothing.
        /// </summary>
        public virtual long Coarse => Now;

        /// <summary>How far <see cref="Coarse"/> may be behind <see cref="Now"/>, µs; 0 where they are the same.</summary>
        public virtual long CoarseError => 0;
    }
}
