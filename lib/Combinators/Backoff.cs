namespace NanoExecutor
{
    /// <summary>
    /// How long to pause after failures in a row: a first pause that doubles with each further failure, up to a longest
    /// one. It keeps no count itself, so any number of <see cref="Retry"/> and <see cref="RestartPolicy"/> may share
    /// one.
    /// </summary>
    public sealed class Backoff
    {
        /// <summary>The same pause after every failure.</summary>
        /// <param name="pause">µs, 0 to <see cref="Duration.Longest"/>. 0 gives way to the other tasks once.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">The pause is negative or too long.</exception>
        public Backoff(long pause)
            : this(Checks.Time("pause", pause), pause)
        {
        }

        /// <summary>A pause that doubles.</summary>
        /// <param name="first">After the first failure, µs, 0 to <paramref name="longest"/>.</param>
        /// <param name="longest">No pause is longer, µs, up to <see cref="Duration.Longest"/>.</param>
        /// <exception cref="System.ArgumentOutOfRangeException">
        /// A pause is negative or too long, or the first the longer one.
        /// </exception>
        public Backoff(long first, long longest)
        {
            First = Checks.Time("first", first);
            Longest = Checks.Time("longest", longest);
            if (first > longest)
            {
                throw Throw.BackoffShrinks(first, longest);
            }
        }

        /// <summary>The pause after the first failure, µs.</summary>
        public long First { get; }

        /// <summary>The longest pause, µs.</summary>
        public long Longest { get; }

        /// <summary>The pause after so many failures in a row. Any thread; allocates nothing.</summary>
        /// <param name="failures">1 or more.</param>
        /// <returns>µs.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not positive.</exception>
        public long After(long failures)
        {
            if (failures < 1)
            {
                throw Throw.FailuresOutOfRange(failures);
            }

            long pause = First;
            for (long doubled = 1; doubled < failures && pause > 0 && pause < Longest; doubled++)
            {
                pause = pause > Longest >> 1 ? Longest : pause << 1;
            }

            return pause;
        }
    }
}
