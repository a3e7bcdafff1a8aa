namespace NanoExecutor
{
    /// <summary>
    /// A future that waits for a deadline. It is its own entry in the timer queue of the executor that polls it, so
    /// that arming it makes nothing.
    /// </summary>
    /// <remarks>The waker it keeps is that of its latest poll. One pushed out by another is woken.</remarks>
    public abstract class TimedFuture : Future
    {
        /// <summary><see cref="Index"/> of a timer that stands in no queue.</summary>
        internal const int NotQueued = -1;

        /// <summary>The queue it was put into last; null when it waits for nothing.</summary>
        internal TimerQueue Queue;

        /// <summary>Its place there; <see cref="NotQueued"/> once its deadline has passed.</summary>
        internal int Index = NotQueued;

        /// <summary>Whom the queue wakes.</summary>
        internal Waker Waker;

        private protected TimedFuture()
        {
        }

        /// <summary>Leaves the timer queue.</summary>
        public override void Detach()
        {
            if (Index != NotQueued)
            {
                Queue.Remove(this);
            }

            Queue = null;
            Waker = null;
        }

        /// <summary>Takes a place in the timer queue of the executor that polls. Throws when it is full.</summary>
        private protected void Enqueue(long deadline, Waker waker, Executor executor)
        {
            Waker = waker;
            executor.Timers.Add(this, deadline);
        }

        /// <summary>Ready once the deadline has passed; takes a place in the timer queue if it has none.</summary>
        /// <param name="deadline">µs on the clock of the executor.</param>
        /// <param name="waker">That of this poll.</param>
        private protected Poll WaitUntil(long deadline, Waker waker)
        {
            if (Queue != null && Index == NotQueued)
            {
                Queue = null;
                Waker = null;
                return Ready;
            }

            Executor executor = waker.Executor;
            if (Queue == null)
            {
                if (executor.ReadClock() >= deadline)
                {
                    return Ready;
                }

                Enqueue(deadline, waker, executor);
                return Pending;
            }

            if (Queue != executor.Timers)
            {
                MoveTo(executor, deadline);
            }

            if (waker != Waker)
            {
                Replace(waker);
            }

            executor.CountSpurious();
            return Pending;
        }

        /// <summary>
        /// From now on the queue wakes another one; the one pushed out is woken, for it would wait in vain.
        /// </summary>
        private protected void Replace(Waker waker)
        {
            Waker previous = Waker;
            Waker = waker;
            if (previous != null)
            {
                previous.Wake();
            }
        }

        // The queue that holds this timer belongs to a thread. It may be touched from here only while that thread does not run
        // its executor: a BlockOn that has returned, for one.
        private void MoveTo(Executor executor, long deadline)
        {
            Executor previous = Queue.Executor;
            if (!previous.TryBorrow())
            {
                throw Throw.TimerElsewhere();
            }

            if (Index != NotQueued)
            {
                Queue.Remove(this);
            }

            previous.GiveBack();
            executor.Timers.Add(this, deadline);
        }
    }
}
