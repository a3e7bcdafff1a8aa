namespace NanoExecutor
{
    /// <summary>
    /// Puts the thread of one executor to sleep and gets it out again, and says how a machine likes to idle. A board
    /// derives from it.
    /// </summary>
    /// <remarks>
    /// The parker latches: an <see cref="Unpark"/> before the <see cref="Park"/> makes that park return at once. The
    /// executor alone owns the order of sleeping and waking; a parker only has to keep this one promise, and to return
    /// sooner or later after the time it was given.
    /// </remarks>
    public abstract class Parker
    {
        /// <summary>Whose thread it puts to sleep; null until there is an executor.</summary>
        internal Executor Owner;

        private long _nearDeadline;
        private long _giveWayAfter = long.MaxValue;

        /// <summary>
        /// How much later than asked a park may end, µs. A deadline that tolerates less and is this near is awaited awake,
        /// giving way between looks at the clock; the park for a farther one ends this much earlier. 0: always park. For
        /// the thread that makes the board.
        /// </summary>
        /// <exception cref="System.ArgumentOutOfRangeException">The value is negative.</exception>
        public long NearDeadline
        {
            get => _nearDeadline;
            set
            {
                if (value < 0)
                {
                    throw Throw.NegativeNearDeadline(value);
                }

                _nearDeadline = value;
            }
        }

        /// <summary>
        /// A busy executor gives way after this long, in µs, so that interrupts are dispatched. 0: after each batch of
        /// polls. <see cref="long.MaxValue"/>: never. For the thread that makes the board.
        /// </summary>
        /// <exception cref="System.ArgumentOutOfRangeException">The value is negative.</exception>
        public long GiveWayAfter
        {
            get => _giveWayAfter;
            set
            {
                if (value < 0)
                {
                    throw Throw.NegativeGiveWayAfter(value);
                }

                _giveWayAfter = value;
            }
        }

        /// <summary>
        /// Blocks until <see cref="Unpark"/> or until <paramref name="until"/>; returns at once if the unpark came since
        /// the last park. May return late, early or for no reason: the executor looks at the clock. Allocates nothing.
        /// Only the thread that runs the executor calls it.
        /// </summary>
        /// <param name="until">
        /// µs on the clock of the machine; <see cref="long.MaxValue"/> for no end but an unpark. It may have passed
        /// already. A board may choose a deeper sleep for a long wait, provided that its interrupts end it.
        /// </param>
        [Blocks("until Unpark or the time it was given")]
        public abstract void Park(long until);

        /// <summary>Ends the park, or the next one. Any thread or interrupt; allocates nothing, never throws.</summary>
        public abstract void Unpark();

        /// <summary>
        /// Lets other threads and interrupts run, without sleeping. Only the thread that runs the executor.
        /// </summary>
        [Blocks("for as long as the other threads are given")]
        public virtual void GiveWay()
        {
        }

        /// <summary>
        /// Gives back what the machine lent it. Called once, when the executor is closed; an unpark may still come later.
        /// </summary>
        public virtual void Close()
        {
        }

        /// <summary>
        /// The tasks of its executor that sleep, with their slots; on the desktop also what each of them waits for. For
        /// the message of a machine on which nothing will wake them. Only the thread that runs the executor.
        /// </summary>
        [Allocates("the text")]
        protected string DescribeSleepers()
        {
            return Owner == null ? string.Empty : Sleepers.Describe(Owner.Tasks);
        }
    }
}
