namespace NanoExecutor
{
    /// <summary>
    /// Whether a future that threw is to run again: never, always, or so many times within a time; and after which
    /// pause. It keeps no count itself, so any number of <see cref="Supervised"/> may share one.
    /// </summary>
    public sealed class RestartPolicy
    {
        /// <summary>
        /// The most restarts a limited policy can count; each takes 12 bytes of the supervised future on nanoCLR.
        /// </summary>
        public const int MaxCounted = 1000;

        private const int Unlimited = int.MaxValue;

        private readonly Backoff _backoff;

        private RestartPolicy(int max, long within, Backoff backoff)
        {
            Max = max;
            Within = within;
            _backoff = backoff;
        }

        /// <summary>Never restarts: the first fault is escalated.</summary>
        public static RestartPolicy Never { get; } = new RestartPolicy(0, 0, null);

        /// <summary>Restarts within <see cref="Within"/>; int.MaxValue for any number.</summary>
        public int Max { get; }

        /// <summary>The time in which restarts are counted, µs.</summary>
        public long Within { get; }

        /// <summary>Whether restarts have to be counted.</summary>
        internal bool IsCounted => Max > 0 && Max != Unlimited;

        /// <summary>A policy that restarts after every fault.</summary>
        /// <param name="backoff">The pause before a restart; null for none.</param>
        /// <returns>The policy.</returns>
        [Allocates("the policy")]
        public static RestartPolicy Always(Backoff backoff)
        {
            return new RestartPolicy(Unlimited, 0, backoff);
        }

        /// <summary>A policy that escalates a fault when there were so many restarts a short time before.</summary>
        /// <param name="max">Restarts, 1 to <see cref="MaxCounted"/>.</param>
        /// <param name="within">In any time this long, µs, 1 to <see cref="Duration.Longest"/>.</param>
        /// <param name="backoff">The pause before a restart; null for none.</param>
        /// <returns>The policy.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The number or the time is out of range.</exception>
        [Allocates("the policy")]
        public static RestartPolicy AtMost(int max, long within, Backoff backoff)
        {
            if (max < 1 || max > MaxCounted)
            {
                throw Throw.Capacity("max", max, MaxCounted);
            }

            if (within < 1 || within > Duration.Longest)
            {
                throw Throw.WithinOutOfRange(within);
            }

            return new RestartPolicy(max, within, backoff);
        }

        /// <summary>The pause before the restart after so many faults in a row, µs.</summary>
        internal long PauseAfter(long faults)
        {
            return _backoff == null ? 0 : _backoff.After(faults);
        }

        /// <summary>
        /// Whether a run this long, µs, ends a row of faults: the pause before the next restart is the first again.
        /// </summary>
        internal bool IsRecovery(long run)
        {
            return _backoff == null || run >> 1 >= _backoff.Longest;
        }
    }
}
