namespace NanoExecutor
{
    /// <summary>
    /// The deadlines an executor has to keep: a pairing heap of the futures that wait, which bring their own links, so that
    /// there is no end to it and nothing to allocate. Only the thread that runs the executor uses it.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The order is that of the latest times at which the futures want to be woken (<see cref="TimedFuture.Latest"/>). One
    /// that tolerates a delay is fired when the first of the heap is due, or with it: as in Linux' timer slack, deadlines
    /// that overlap cost one wake of the machine (kernel/time/hrtimer.c).
    /// </para>
    /// <para>
    /// Adding takes the same time however many wait; taking out the first one amortises to the logarithm of their number
    /// (Fredman, Sedgewick, Sleator and Tarjan 1986). Adding and removing call nothing, so that they happen or do not: on
    /// nanoCLR any call may throw OutOfMemoryException.
    /// </para>
    /// </remarks>
    internal sealed class TimerQueue
    {
        /// <summary>A deadline that never comes.</summary>
        internal const long None = long.MaxValue;

        /// <summary>Whose thread it belongs to.</summary>
        internal readonly Executor Executor;

        /// <summary>The one that has to be woken first; null if nobody waits.</summary>
        internal TimedFuture First;

        internal TimerQueue(Executor executor)
        {
            Executor = executor;
        }

        /// <summary>Futures that wait.</summary>
        internal int Count { get; private set; }

        /// <summary>When the first has to be woken, µs, or <see cref="None"/>.</summary>
        internal long Next => First == null ? None : First.Latest;

        /// <summary>Queues a timer that is in no queue, by its <see cref="TimedFuture.Latest"/>.</summary>
        internal void Add(TimedFuture timer)
        {
            timer.Queue = this;
            Count++;
            TimedFuture first = First;
            if (first == null)
            {
                timer.Before = timer;
                First = timer;
            }
            else if (timer.Latest < first.Latest)
            {
                timer.Before = timer;
                timer.Child = first;
                first.Before = timer;
                First = timer;
            }
            else
            {
                TimedFuture child = first.Child;
                timer.Before = first;
                timer.Behind = child;
                if (child != null)
                {
                    child.Before = timer;
                }

                first.Child = timer;
            }
        }

        /// <summary>Takes out a timer that stands in this queue.</summary>
        internal void Remove(TimedFuture timer)
        {
            // First pass: its children in pairs, each pair under the nearer of the two; the last pair ends up in front.
            TimedFuture pairs = null;
            TimedFuture left = timer.Child;
            while (left != null)
            {
                TimedFuture right = left.Behind;
                if (right == null)
                {
                    left.Behind = pairs;
                    pairs = left;
                    break;
                }

                TimedFuture rest = right.Behind;
                if (right.Latest < left.Latest)
                {
                    TimedFuture nearer = right;
                    right = left;
                    left = nearer;
                }

                TimedFuture child = left.Child;
                right.Before = left;
                right.Behind = child;
                if (child != null)
                {
                    child.Before = right;
                }

                left.Child = right;
                left.Behind = pairs;
                pairs = left;
                left = rest;
            }

            // Where the timer stands in the middle, what is left of the heap is one more tree.
            if (timer != First)
            {
                TimedFuture before = timer.Before;
                TimedFuture behind = timer.Behind;
                if (before.Child == timer)
                {
                    before.Child = behind;
                }
                else
                {
                    before.Behind = behind;
                }

                if (behind != null)
                {
                    behind.Before = before;
                }

                First.Behind = pairs;
                pairs = First;
            }

            // Second pass: all of them into one.
            TimedFuture root = pairs;
            if (root != null)
            {
                pairs = root.Behind;
                root.Behind = null;
                while (pairs != null)
                {
                    TimedFuture other = pairs;
                    pairs = other.Behind;
                    other.Behind = null;
                    if (other.Latest < root.Latest)
                    {
                        TimedFuture nearer = other;
                        other = root;
                        root = nearer;
                    }

                    TimedFuture child = root.Child;
                    other.Before = root;
                    other.Behind = child;
                    if (child != null)
                    {
                        child.Before = other;
                    }

                    root.Child = other;
                }

                root.Before = root;
            }

            First = root;
            Count--;
            timer.Child = null;
            timer.Behind = null;
            timer.Before = null;
        }

        /// <summary>
        /// Wakes and takes out the timers whose deadline is at or before <paramref name="now"/>, as long as the first of
        /// the heap is one. Wakes first: what interrupts it in between costs a spurious poll and no wake.
        /// </summary>
        internal void Fire(long now)
        {
            for (TimedFuture due = First; due != null && due.Deadline <= now; due = First)
            {
                Figures figures = Executor.Figures;
                if (figures != null)
                {
                    figures.BeginFire(due, now);
                }

                due.Waker.Wake();
                Remove(due);
                if (figures != null)
                {
                    figures.EndFire();
                }
            }
        }
    }
}
