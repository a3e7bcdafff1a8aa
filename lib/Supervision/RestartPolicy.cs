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
        public const int MostCounted = 1000;

        private const int Unlimited = int.MaxValue;

        private readonly Backoff _backoff;

        private RestartPolicy(int most, long within, Backoff backoff)
        {
            Most = most;
            Within = within;
            _backoff = backoff;
        }

        /// <summary>Never restarts: the first fault is escalated.</summary>
        public static RestartPolicy Never { get; } = new RestartPolicy(0, 0, null);

        /// <summary>Restarts within <see cref="Within"/>; int.MaxValue for any number.</summary>
        public int Most { get; }

        /// <summary>The time in which restarts are counted, µs.</summary>
        public long Within { get; }

        /// <summary>Whether restarts have to be counted.</summary>
        internal bool IsCounted => Most > 0 && Most != Unlimited;

        /// <summary>A policy that restarts after every fault.</summary>
        /// <param name="backoff">The pause before a restart; null for none.</param>
        /// <returns>The policy.</returns>
        [Allocates("the policy")]
        public static RestartPolicy Always(Backoff backoff)
        {
            return new RestartPolicy(Unlimited, 0, backoff);
        }

        /// <summary>A policy that escalates a fault when there were so many restarts a short time before.</summary>
        /// <param name="most">Restarts, 1 to <see cref="MostCounted"/>.</param>
        /// <param name="within">In any time this long, µs, 1 to <see cref="Duration.Longest"/>.</param>
        /// <param name="backoff">The pause before a restart; null for none.</param>
        /// <returns>The policy.</returns>
        /// <exception cref="System.ArgumentOutOfRangeException">The number or the time is out of range.</exception>
        [Allocates("the policy")]
        public static RestartPolicy AtMost(int most, long within, Backoff backoff)
        {
            if (most < 1 || most > MostCounted)
            {
                throw Throw.Capacity("most", most, MostCounted);
            }

            if (within < 1 || within > Duration.Longest)
            {
                throw Throw.WithinOutOfRange(within);
            }

            return new RestartPolicy(most, within, backoff);
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
