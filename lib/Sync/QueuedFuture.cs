namespace NanoExecutor
{
    /// <summary>
    /// A future that waits for its turn: those that wait for one thing are served in the order of their first polls,
    /// and who comes while others wait stands behind them. It is its own place in the line, so that waiting makes
    /// nothing.
    /// </summary>
    /// <remarks>
    /// <para>
    /// All that wait for one thing are polled by one executor. One that waits and is not polled any more keeps its
    /// place, and holds up those behind it: <see cref="Cancel"/> it. When its task throws or is aborted it leaves the line,
    /// even if the task does not cancel it.
    /// </para>
    /// <para>
    /// The waker it keeps is that of its latest poll. When a poll comes with another one, the waker pushed out is
    /// woken.
    /// </para>
    /// <para><b>Cancel:</b> it leaves the line. If it was woken, what it was woken for goes to the next.</para>
    /// <para><b>Detach:</b> it keeps its place.</para>
    /// </remarks>
    public abstract class QueuedFuture : Future, IHeld
    {
        /// <summary>Who stands before it; null for the first.</summary>
        internal QueuedFuture Ahead;

        /// <summary>Who stands behind it; null for the last.</summary>
        internal QueuedFuture Behind;

        /// <summary>Whom to wake; null while it waits for nothing, or was taken off its executor.</summary>
        internal Waker Waker;

        /// <summary>
        /// The task that waits, or that has what it waited for, by its future: that stays the same when the task moves to
        /// another slot or executor. Null for none, or for one that is not known.
        /// </summary>
        private protected Future Holder;

        private readonly WaitLine _line;
        private bool _waits;
        private Executor _listedBy;

        private protected QueuedFuture(WaitLine line)
        {
            _line = line;
        }

        /// <summary>Whether it was polled, stands in line and has neither finished nor been cancelled.</summary>
        public bool IsWaiting => _waits;

        /// <summary>Whether it waits for another task than the one that cancels or detaches it, and was refused.</summary>
        private protected bool IsNotItsOwn => Ownership.IsRefused(Waker, Owner);

        // The handle of the task that waits.
        private long Owner
        {
            get
            {
                TaskWaker task = Waker == null ? null : Waker.Task;
                return task == null || task.Future != Holder ? Ownership.Nobody : task.Handle;
            }
        }

        IHeld IHeld.NextHeld { get; set; }

        Executor IHeld.ListedBy
        {
            get { return _listedBy; }
            set { _listedBy = value; }
        }

        /// <summary>Whether it would finish if it were polled as the first in line.</summary>
        internal abstract bool CanFinish { get; }

        /// <inheritdoc/>
        public sealed override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (_waits)
            {
                return PollInLine(waker);
            }

            Begin();
            WaitLine line = _line;
            if (line.First == null)
            {
                Waker = waker;
                if (TryFinish())
                {
                    Waker = null;
                    return Ready;
                }

                Join(line, waker);
                if (line.Flag == null)
                {
                    return Pending;
                }

                // Register, then check: only if something was announced since the look above, or some time before it.
                if (line.Flag.Register(waker, null) && TryFinish())
                {
                    Leave();
                    return Ready;
                }

                return Pending;
            }

            CheckExecutor(line.First.Waker, waker);
            Join(line, waker);
            return Pending;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            if (_waits && !IsNotItsOwn)
            {
                Holder = null;
                Leave();
            }
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            if (_waits && !IsNotItsOwn)
            {
                Waker = null;
                if (_line.First == this)
                {
                    _line.Unregister();
                }
            }
        }

        bool IHeld.IsOf(TaskWaker task, Future future)
        {
            return (_waits || HasMore) && (Holder == future || (Waker != null && Waker.Task == task));
        }

        void IHeld.Abandon()
        {
            Cancel();
            GiveUp();
        }

        /// <summary>Whether it has something to give back when it does not wait.</summary>
        private protected virtual bool HasMore => false;

        /// <summary>Gives back what it took, in the place of a task that did not; for what is given back.</summary>
        private protected virtual void GiveUp()
        {
        }

        /// <summary>Takes note of whose it is.</summary>
        private protected void Occupy(Waker waker)
        {
            TaskWaker task = waker.Task;
            if (task != null)
            {
                Holder = task.Future;
                if (_listedBy != task.Owner)
                {
                    task.Owner.Remember(this);
                }
            }
        }

        /// <summary>Takes what it waits for, if it is there. Called only when nobody is before it.</summary>
        private protected abstract bool TryFinish();

        /// <summary>The first poll of a wait. Throws if it was not armed, or has what it would wait for.</summary>
        private protected virtual void Begin()
        {
        }

        private static void CheckExecutor(Waker first, Waker own)
        {
            if (first != null)
            {
                Executor executor = first.Executor;
                if (executor != null && executor != own.Executor)
                {
                    throw Throw.LineOfAnother();
                }
            }
        }

        private Poll PollInLine(Waker waker)
        {
            Waker previous = Waker;
            if (previous != waker)
            {
                bool byHand = Ownership.Pass(previous, Owner, waker, this) == Ownership.Nobody;
                Waker = waker;
                if (previous != null)
                {
                    previous.Wake();
                }

                Occupy(waker);
                if (byHand)
                {
                    Holder = null;
                }
            }

            WaitLine line = _line;
            if (line.First == this)
            {
                if (line.Flag != null)
                {
                    line.Flag.Register(waker, null);
                }

                if (TryFinish())
                {
                    Leave();
                    return Ready;
                }
            }

            if (previous == waker)
            {
                waker.Executor.CountSpurious();
            }

            return Pending;
        }

        private void Join(WaitLine line, Waker waker)
        {
            Waker = waker;
            _waits = true;
            line.Append(this);
            Occupy(waker);
        }

        private void Leave()
        {
            _waits = false;
            Waker = null;
            _line.Remove(this);
        }
    }
}
