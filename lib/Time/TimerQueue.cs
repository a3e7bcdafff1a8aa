namespace NanoExecutor
{
    /// <summary>
    /// The deadlines an executor has to keep, nearest first: a binary heap of fixed capacity. Deadlines stand in an array of
    /// their own, so that ordering touches no object. Only the thread that runs the executor uses it.
    /// </summary>
    internal sealed class TimerQueue
    {
        /// <summary>What <see cref="Next"/> says when nothing is queued.</summary>
        internal const long None = long.MaxValue;

        private readonly long[] _deadlines;
        private readonly TimedFuture[] _timers;
        private int _count;

        internal TimerQueue(Executor executor, int capacity)
        {
            Executor = executor;
            _deadlines = new long[capacity];
            _timers = new TimedFuture[capacity];
        }

        /// <summary>Whose thread it belongs to.</summary>
        internal Executor Executor { get; }

        /// <summary>Deadlines queued.</summary>
        internal int Count => _count;

        /// <summary>Deadlines it can hold.</summary>
        internal int Capacity => _timers.Length;

        /// <summary>The nearest deadline, µs, or <see cref="None"/>.</summary>
        internal long Next => _count == 0 ? None : _deadlines[0];

        /// <summary>Queues a timer that is in no queue. Throws when full; nothing is lost then.</summary>
        internal void Add(TimedFuture timer, long deadline)
        {
            if (_count == _timers.Length)
            {
                throw Throw.TimerQueueFull(_count);
            }

            timer.Queue = this;
            Rise(_count++, timer, deadline);
        }

        /// <summary>Takes out a timer that stands in this queue.</summary>
        internal void Remove(TimedFuture timer)
        {
            int hole = timer.Index;
            TimedFuture last = _timers[--_count];
            long deadline = _deadlines[_count];
            _timers[_count] = null;
            timer.Index = TimedFuture.NotQueued;
            if (last == timer)
            {
                return;
            }

            if (hole > 0 && deadline < _deadlines[(hole - 1) >> 1])
            {
                Rise(hole, last, deadline);
            }
            else
            {
                Sink(hole, last, deadline);
            }
        }

        /// <summary>Takes out and wakes every timer whose deadline is at or before <paramref name="now"/>, in their order.</summary>
        internal void Fire(long now)
        {
            while (_count > 0 && _deadlines[0] <= now)
            {
                TimedFuture due = _timers[0];
                Remove(due);
                due.Waker.Wake();
            }
        }

        // Both keep the arrays in locals and put in place themselves: on nanoCLR a field load costs three times a local, a
        // call ten times.
        private void Rise(int hole, TimedFuture timer, long deadline)
        {
            long[] deadlines = _deadlines;
            TimedFuture[] timers = _timers;
            while (hole > 0)
            {
                int parent = (hole - 1) >> 1;
                if (deadlines[parent] <= deadline)
                {
                    break;
                }

                TimedFuture later = timers[parent];
                timers[hole] = later;
                deadlines[hole] = deadlines[parent];
                later.Index = hole;
                hole = parent;
            }

            timers[hole] = timer;
            deadlines[hole] = deadline;
            timer.Index = hole;
        }

        private void Sink(int hole, TimedFuture timer, long deadline)
        {
            long[] deadlines = _deadlines;
            TimedFuture[] timers = _timers;
            int count = _count;
            int child = (hole << 1) + 1;
            while (child < count)
            {
                long nearer = deadlines[child];
                int right = child + 1;
                if (right < count && deadlines[right] < nearer)
                {
                    child = right;
                    nearer = deadlines[child];
                }

                if (deadline <= nearer)
                {
                    break;
                }

                TimedFuture earlier = timers[child];
                timers[hole] = earlier;
                deadlines[hole] = nearer;
                earlier.Index = hole;
                hole = child;
                child = (hole << 1) + 1;
            }

            timers[hole] = timer;
            deadlines[hole] = deadline;
            timer.Index = hole;
        }
    }
}
