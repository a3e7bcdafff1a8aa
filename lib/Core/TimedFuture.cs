namespace NanoExecutor
{
    /// <summary>
    /// A future that waits for a deadline. It is its own entry in the timer queue of the executor that polls it, so that
    /// arming it makes nothing and there is always room for it.
    /// </summary>
    /// <remarks>The waker it keeps is that of its latest poll. One pushed out by another is woken.</remarks>
    public abstract class TimedFuture : Future
    {
        /// <summary>When it is to be woken, µs on the clock of the executor.</summary>
        internal long Deadline;

        /// <summary>When it has to be woken at the latest, µs: the deadline and what it tolerates.</summary>
        internal long Latest;

        /// <summary>The queue it was put into last; null when it waits for nothing.</summary>
        internal TimerQueue Queue;

        /// <summary>
        /// Its place in the heap: the one before it among the children of one parent, for the first child the parent, for
        /// the first of the heap itself. Null when it stands in no queue, as once its deadline has passed.
        /// </summary>
        internal TimedFuture Before;

        /// <summary>The one behind it among the children of one parent.</summary>
        internal TimedFuture Behind;

        /// <summary>The first of those that are due after it.</summary>
        internal TimedFuture Child;

        /// <summary>Whom the queue wakes.</summary>
        internal Waker Waker;

        // The handle of the task whose waker it keeps; its complement once a task of another executor polled it and was
        // refused: what that one cancels then is not its own.
        private long _owner;

        private protected TimedFuture()
        {
        }

        /// <summary>Whether it stands in a timer queue.</summary>
        private protected bool IsQueued => Before != null;

        /// <summary>Leaves the timer queue.</summary>
        public override void Detach()
        {
            if (IsNotItsOwn)
            {
                return;
            }

            if (Before != null)
            {
                Queue.Remove(this);
            }

            Queue = null;
            Waker = null;
        }

        /// <summary>Whether it waits for another task than the one that cancels or detaches it, and was refused.</summary>
        private protected bool IsNotItsOwn => Ownership.IsRefused(Waker, _owner) || IsElsewhere;

        // Whether it waits for a task of another executor, which runs: the one that was refused must leave it alone.
        private bool IsElsewhere
        {
            get
            {
                if (_owner >= 0)
                {
                    return false;
                }

                if (Queue == null || !Queue.Executor.TryBorrow())
                {
                    return Queue != null;
                }

                Queue.Executor.GiveBack();
                _owner = ~_owner;
                return false;
            }
        }

        /// <summary>Sets when it is to be woken.</summary>
        /// <param name="deadline">µs on the clock of the executor.</param>
        /// <param name="tolerance">µs by which it may be later, 0 or more.</param>
        private protected void SetDeadline(long deadline, long tolerance)
        {
            Deadline = deadline;
            Latest = tolerance < TimerQueue.None - deadline ? deadline + tolerance : TimerQueue.None - 1;
        }

        /// <summary>Takes its place in the timer queue of the executor that polls.</summary>
        private protected void Enqueue(Waker waker, Executor executor)
        {
            Waker = waker;
            _owner = Ownership.Of(waker);
            executor.Timers.Add(this);
        }

        /// <summary>Ready once the deadline has passed; takes its place in the timer queue if it has none.</summary>
        /// <param name="waker">That of this poll.</param>
        private protected Poll WaitUntil(Waker waker)
        {
            if (Queue != null && Before == null)
            {
                if (waker != Waker)
                {
                    CheckOwner(waker);
                }

                Queue = null;
                Waker = null;
                return Ready;
            }

            Executor executor = waker.Executor;
            if (Queue == null)
            {
                if (executor.ReadClock() >= Deadline)
                {
                    return Ready;
                }

                Enqueue(waker, executor);
                return Pending;
            }

            if (Queue != executor.Timers)
            {
                MoveTo(executor);
            }

            if (waker != Waker)
            {
                Replace(waker);
            }

            if (_owner < 0)
            {
                _owner = ~_owner;
            }

            executor.CountSpurious();
            return Pending;
        }

        /// <summary>Throws if another task than the one that polls awaits it.</summary>
        private protected void CheckOwner(Waker waker)
        {
            Ownership.Pass(Waker, _owner, waker, this);
        }

        /// <summary>
        /// From now on the queue wakes another one; the one pushed out is woken, for it would wait in vain.
        /// </summary>
        private protected void Replace(Waker waker)
        {
            Waker previous = Waker;
            _owner = Ownership.Pass(previous, _owner, waker, this);
            Waker = waker;
            if (previous != null)
            {
                previous.Wake();
            }
        }

        // The queue that holds this timer belongs to a thread. It may be touched from here only while that thread does not run
        // its executor: a BlockOn that has returned, for one.
        private void MoveTo(Executor executor)
        {
            Executor previous = Queue.Executor;
            if (!previous.TryBorrow())
            {
                _owner = _owner < 0 ? _owner : ~_owner;
                throw Throw.TimerElsewhere();
            }

            if (Before != null)
            {
                Queue.Remove(this);
            }

            previous.GiveBack();
            executor.Timers.Add(this);
        }
    }
}
