using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>
    /// Notices a task that stopped making progress, whatever the reason: it looks at the rounds that each has finished.
    /// </summary>
    public sealed class Watchdog : NodeTask
    {
        private const long Period = 500 * Duration.Millisecond;

        private readonly Clock _clock;
        private readonly Line _line;
        private readonly Interval _tick = new Interval(Period);
        private readonly byte[] _prefix = Line.Word("  watchdog: ");
        private readonly byte[] _stopped = Line.Word(" has made no progress for ");
        private readonly byte[] _seconds = Line.Word(" s");
        private readonly byte[] _goesOn = Line.Word(" goes on");

        // One entry a task in each.
        private readonly NodeTask[] _tasks;
        private readonly long[] _limits;
        private readonly long[] _since;
        private readonly int[] _rounds;
        private readonly bool[] _stalled;
        private int _count;

        /// <summary>Makes a watchdog that watches nobody yet.</summary>
        /// <param name="clock">The time.</param>
        /// <param name="line">Where it says what it notices.</param>
        /// <param name="most">Tasks it can watch.</param>
        public Watchdog(Clock clock, Line line, int most)
            : base("watchdog", new string[] { "waiting" })
        {
            _clock = clock;
            _line = line;
            _tasks = new NodeTask[most];
            _limits = new long[most];
            _since = new long[most];
            _rounds = new int[most];
            _stalled = new bool[most];
        }

        /// <summary>Watches a task from now on.</summary>
        /// <param name="task">The task.</param>
        /// <param name="limit">The longest that a round of it may take, µs.</param>
        public void Watch(NodeTask task, long limit)
        {
            _tasks[_count] = task;
            _limits[_count] = limit;
            _since[_count] = _clock.Now;
            _count++;
        }

        /// <summary>Whether a task was found to have stopped, and does not go on yet.</summary>
        public bool IsStalled(NodeTask task)
        {
            for (int i = 0; i < _count; i++)
            {
                if (_tasks[i] == task)
                {
                    return _stalled[i];
                }
            }

            return false;
        }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            while (_tick.Poll(waker) == Ready)
            {
                long now = _clock.Now;
                for (int i = 0; i < _count; i++)
                {
                    Look(i, now);
                }

                EndRound();
            }

            return Pending;
        }

        private void Look(int i, long now)
        {
            NodeTask task = _tasks[i];
            if (task.Rounds != _rounds[i])
            {
                _rounds[i] = task.Rounds;
                _since[i] = now;
                if (_stalled[i])
                {
                    _stalled[i] = false;
                    _line.Begin().Add(_prefix).Add(task.Label).Add(_goesOn).End();
                }
            }
            else if (!_stalled[i] && now - _since[i] >= _limits[i])
            {
                _stalled[i] = true;
                _line.Begin().Add(_prefix).Add(task.Label).Add(_stopped).AddSeconds(now - _since[i]).Add(_seconds).End();
            }
        }
    }
}
