namespace NanoExecutor
{
    /// <summary>
    /// Puts the thread of one executor to sleep and gets it out again, and says how a machine likes to idle. A board
    /// derives from it.
    /// </summary>
    /// <remarks>
    /// The parker latches: an <see cref="Unpark"/> before the <see cref="Park"/> makes that park return at once. The
    /// executor alone owns the order of sleeping and waking; a parker only has to keep this one promise.
    /// </remarks>
    public abstract class Parker
    {
        /// <summary>
        /// A deadline this near, in µs, is awaited awake, giving way between looks at the clock: what wakes a parked
        /// thread may be coarser than that. 0: always park. For the thread that makes the board.
        /// </summary>
        public long NearDeadline { get; set; }

        /// <summary>
        /// A busy executor gives way after this long, in µs, so that interrupts are dispatched. 0: whenever it looks at
        /// the clock. <see cref="long.MaxValue"/>: never. For the thread that makes the board.
        /// </summary>
        public long GiveWayAfter { get; set; } = long.MaxValue;

        /// <summary>The executor this parker belongs to; null until it has one.</summary>
        internal Executor Owner { get; set; }

        /// <summary>
        /// Blocks until <see cref="Unpark"/>, or returns at once if it came since the last park. May return for no
        /// reason. Allocates nothing. Only the thread that runs the executor calls it.
        /// </summary>
        /// <param name="deadline">
        /// When the alarm will unpark, µs on the clock of the board; <see cref="long.MaxValue"/> if it will not. A
        /// board may choose a deeper sleep for a long wait, provided that the alarm and its interrupts end it.
        /// </param>
        [Blocks("until Unpark")]
        public abstract void Park(long deadline);

        /// <summary>Ends the park, or the next one. Any thread or interrupt; allocates nothing, never throws.</summary>
        public abstract void Unpark();

        /// <summary>
        /// Lets other threads and interrupts run, without sleeping. Only the thread that runs the executor.
        /// </summary>
        [Blocks("for as long as the other threads are given")]
        public virtual void GiveWay()
        {
        }
    }
}
