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

        private readonly WaitQueue _line;
        private readonly bool _begins;
        private bool _waits;
        private Executor _listedBy;

        // The task of the latest poll, if its waker came without a detour: most polls come from the same.
        private TaskWaker _task;

        /// <param name="line">Where it waits.</param>
        /// <param name="begins">Whether <see cref="Begin"/> has something to say.</param>
        private protected QueuedFuture(WaitQueue line, bool begins)
        {
            _line = line;
            _begins = begins;
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

            WaitQueue line = _line;
            WakerRegistration announced = line.Announced;
            if (!_waits)
            {
                if (_begins)
                {
                    Begin();
                }

                QueuedFuture last = line.Last;
                if (last != null)
                {
                    StandBehind(last, waker);
                    return Pending;
                }

                if (announced != null)
                {
                    // Register, then check.
                    announced.Listen(waker);
                }

                Occupy(waker);
                if (TryFinish())
                {
                    if (announced != null)
                    {
                        announced.Unregister();
                    }

                    Forget();
                    return Ready;
                }

                Waker = waker;
                _waits = true;
                line.First = this;
                line.Last = this;
                return Pending;
            }

            bool again = Waker == waker;
            if (!again)
            {
                PushOut(waker);
            }

            if (line.First == this)
            {
                if (TryFinish())
                {
                    _waits = false;
                    Waker = null;
                    if (Behind != null)
                    {
                        line.Remove(this);
                    }
                    else
                    {
                        // What Remove does for one that waits alone, written out: the common end of a wait.
                        line.First = null;
                        line.Last = null;
                        if (announced != null)
                        {
                            announced.Unregister();
                        }
                    }

                    Forget();
                    return Ready;
                }
            }

            if (again)
            {
                waker.Executor.CountSpurious();
            }

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

        /// <summary>Writes which place in line it has.</summary>
        private protected Description Place(Description to)
        {
            if (_waits)
            {
                int place = 1;
                for (QueuedFuture ahead = Ahead; ahead != null; ahead = ahead.Ahead)
                {
                    place++;
                }

                to.Add(Words.Place).Number(place);
            }

            return to;
        }

        /// <summary>Whether it has something to give back when it does not wait.</summary>
        private protected virtual bool HasMore => false;

        /// <summary>Gives back what it took, in the place of a task that did not; for what is given back.</summary>
        private protected virtual void GiveUp()
        {
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

        private void StandBehind(QueuedFuture last, Waker waker)
        {
            CheckExecutor(_line.First.Waker, waker);
            last.Behind = this;
            Ahead = last;
            _line.Last = this;
            Waker = waker;
            _waits = true;
            Occupy(waker);
        }

        // From another task than before, or from the same on another way, or after it was detached.
        private void PushOut(Waker waker)
        {
            Waker previous = Waker;
            bool byHand = Ownership.Pass(previous, Owner, waker, this) == Ownership.Nobody;
            Waker = waker;
            if (_line.First == this && _line.Announced != null)
            {
                // Register, then check.
                _line.Announced.Listen(waker);
            }

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

        // Takes note of whose it is.
        private void Occupy(Waker waker)
        {
            TaskWaker task = _task;
            if (task != waker)
            {
                task = waker.Task;
                if (task == null)
                {
                    return;
                }

                Executor owner = task.Owner;
                if (_listedBy != owner)
                {
                    owner.Remember(this);
                }

                _task = task == waker && _listedBy == owner ? task : null;
            }

            Holder = task.Future;
        }

        // Of a lock that is a task itself nobody knows who has it when that has ended.
        private void Forget()
        {
            if (Holder == this)
            {
                Holder = null;
            }
        }

        private void Leave()
        {
            _waits = false;
            Waker = null;
            _line.Remove(this);
        }
    }
}
