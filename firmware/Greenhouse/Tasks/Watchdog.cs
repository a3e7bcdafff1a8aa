using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>
    /// Notices a task that stopped making progress, whatever the reason: it looks at the rounds that each has finished, and writes
    /// down what all tasks are doing when one has stopped.
    /// </summary>
    public sealed partial class Watchdog : NodeTask
    {
        private const long Period = 500 * Duration.Millisecond;

        private readonly Clock _clock;
        private readonly LineWriter _line;
        private readonly Dump _dump;
        private readonly Interval _tick = new Interval(Period, Tolerance);
        private readonly byte[] _prefix = LineWriter.Word("  watchdog: ");
        private readonly byte[] _stopped = LineWriter.Word(" has made no progress for ");
        private readonly byte[] _seconds = LineWriter.Word(" s");
        private readonly byte[] _goesOn = LineWriter.Word(" goes on");

        private readonly Watched[] _watched;
        private int _count;

        /// <summary>Makes a watchdog that watches nobody yet.</summary>
        /// <param name="clock">The time.</param>
        /// <param name="line">Where it says what it notices.</param>
        /// <param name="dump">What it writes when a task has stopped.</param>
        /// <param name="max">Tasks it can watch.</param>
        public Watchdog(Clock clock, LineWriter line, Dump dump, int max)
            : base("watchdog")
        {
            _clock = clock;
            _line = line;
            _dump = dump;
            _watched = new Watched[max];
        }

        /// <summary>Watches a task from now on.</summary>
        /// <param name="task">The task.</param>
        /// <param name="limit">The longest that a round of it may take, µs.</param>
        public void Watch(NodeTask task, long limit)
        {
            _watched[_count++] = new Watched(task, limit + _clock.Resolution - 1, _clock.Now);
        }

        /// <summary>Whether a task was found to have stopped, and does not go on yet.</summary>
        public bool IsStalled(NodeTask task)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_watched[i].Task == task)
                {
                    return _watched[i].IsStalled;
                }
            }

            return false;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_tick);
                long now = _clock.Now;
                bool barks = false;
                for (int i = 0; i < _count; i++)
                {
                    barks |= Look(_watched[i], now);
                }

                if (barks)
                {
                    _dump.Write();
                }

                EndRound();
            }
        }

        // Whether the task has stopped since the look before.
        private bool Look(Watched watched, long now)
        {
            byte[] label = watched.Task.Label;
            bool wasStalled = watched.IsStalled;
            long still = watched.Look(now);
            if (wasStalled == watched.IsStalled)
            {
                return false;
            }

            if (wasStalled)
            {
                _line.Begin().Add(_prefix).Add(label).Add(_goesOn).End();
                return false;
            }

            _line.Begin().Add(_prefix).Add(label).Add(_stopped).AddSeconds(still).Add(_seconds).End();
            return true;
        }
    }
}
