namespace NanoExecutor
{
    /// <summary>
    /// The deadlines an executor has to keep, nearest first: a binary heap of fixed capacity. Only the thread that runs
    /// the executor uses it.
    /// </summary>
    internal sealed class TimerQueue
    {
        /// <summary>What <see cref="Next"/> says when nothing is queued.</summary>
        internal const long None = long.MaxValue;

        // The heap: a deadline and the id of its timer at each place. It moves numbers only, because .NET checks every store of
        // a reference into an array. Behind the heap stand the ids that are free, and deadlines that never come, so that nothing
        // has to look where it ends.
        private readonly long[] _deadlines;
        private readonly short[] _ids;

        // By id.
        private readonly TimedFuture[] _timers;

        private int _count;

        internal TimerQueue(Executor executor, int capacity)
        {
            Executor = executor;
            _deadlines = new long[capacity + 1];
            _timers = new TimedFuture[capacity];
            _ids = new short[capacity];
            for (int id = 0; id < capacity; id++)
            {
                _ids[id] = (short)id;
            }

            for (int place = 0; place <= capacity; place++)
            {
                _deadlines[place] = None;
            }
        }

        /// <summary>Whose thread it belongs to.</summary>
        internal Executor Executor { get; }

        /// <summary>Deadlines queued.</summary>
        internal int Count => _count;

        /// <summary>Deadlines it can hold.</summary>
        internal int Capacity => _timers.Length;

        /// <summary>The nearest deadline, µs, or <see cref="None"/>.</summary>
        internal long Next => _deadlines[0];

        /// <summary>Queues a timer that is in no queue. Throws when full; nothing is lost then.</summary>
        internal void Add(TimedFuture timer, long deadline)
        {
            if (_count == _timers.Length)
            {
                throw Throw.TimerQueueFull(_count);
            }

            int id = _ids[_count];
            _timers[id] = timer;
            timer.Queue = this;
            Rise(_count++, id, deadline);
        }

        /// <summary>Takes out a timer that stands in this queue.</summary>
        internal void Remove(TimedFuture timer)
        {
            int hole = timer.Index;
            int id = _ids[hole];
            int last = --_count;
            int moved = _ids[last];
            long deadline = _deadlines[last];
            _deadlines[last] = None;
            _ids[last] = (short)id;
            _timers[id] = null;
            timer.Index = TimedFuture.NotQueued;
            if (hole == last)
            {
                return;
            }

            if (hole > 0 && deadline < _deadlines[(hole - 1) >> 1])
            {
                Rise(hole, moved, deadline);
            }
            else
            {
                Sink(hole, moved, deadline);
            }
        }

        /// <summary>
        /// Takes out and wakes every timer whose deadline is at or before <paramref name="now"/>, in their order.
        /// </summary>
        internal void Fire(long now)
        {
            while (_deadlines[0] <= now)
            {
                TimedFuture due = _timers[_ids[0]];
                Remove(due);
                due.Waker.Wake();
            }
        }

        // Both keep the arrays in locals and put in place themselves: on nanoCLR a field load costs three times a local, a
        // call ten times.
        private void Rise(int hole, int id, long deadline)
        {
            long[] deadlines = _deadlines;
            TimedFuture[] timers = _timers;
            short[] ids = _ids;
            while (hole > 0)
            {
                int parent = (hole - 1) >> 1;
                if (deadlines[parent] <= deadline)
                {
                    break;
                }

                short later = ids[parent];
                ids[hole] = later;
                deadlines[hole] = deadlines[parent];
                timers[later].Index = hole;
                hole = parent;
            }

            ids[hole] = (short)id;
            deadlines[hole] = deadline;
            timers[id].Index = hole;
        }

        private void Sink(int hole, int id, long deadline)
        {
            long[] deadlines = _deadlines;
            TimedFuture[] timers = _timers;
            short[] ids = _ids;
            int count = _count;
            int child = (hole << 1) + 1;
            while (child < count)
            {
                // Without a jump, as no processor can foresee which of the two is nearer.
                child += deadlines[child + 1] < deadlines[child] ? 1 : 0;
                long nearer = deadlines[child];
                if (deadline <= nearer)
                {
                    break;
                }

                short earlier = ids[child];
                ids[hole] = earlier;
                deadlines[hole] = nearer;
                timers[earlier].Index = hole;
                hole = child;
                child = (hole << 1) + 1;
            }

            ids[hole] = (short)id;
            deadlines[hole] = deadline;
            timers[id].Index = hole;
        }
    }
}
