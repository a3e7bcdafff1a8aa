namespace Greenhouse
{
    /// <summary>A task that is watched, and when it was last seen to make progress.</summary>
    public sealed class Watched
    {
        private readonly long _limit;
        private long _since;
        private int _rounds;

        /// <summary>Watches a task.</summary>
        /// <param name="task">The task.</param>
        /// <param name="limit">The longest that a round of it may take, µs.</param>
        /// <param name="now">The time, µs.</param>
        public Watched(NodeTask task, long limit, long now)
        {
            Task = task;
            _limit = limit;
            _since = now;
        }

        /// <summary>The task.</summary>
        public NodeTask Task { get; }

        /// <summary>Whether it had made no progress for the limit, at the latest look.</summary>
        public bool IsStalled { get; private set; }

        /// <summary>Looks whether the task has finished a round since the look before.</summary>
        /// <param name="now">The time, µs.</param>
        /// <returns>µs for which it has made no progress.</returns>
        public long Look(long now)
        {
            if (Task.Rounds != _rounds)
            {
                _rounds = Task.Rounds;
                _since = now;
            }

            IsStalled = now - _since >= _limit;
            return now - _since;
        }
    }
}
