namespace NanoExecutor
{
    /// <summary>
    /// Lets one task at a time have something, in the order in which they asked: for what takes several polls and must
    /// not be mixed, such as a transfer on a bus.
    /// </summary>
    /// <remarks>
    /// <para>
    /// The tasks of one executor take turns anyway, so that what is done within one poll needs no mutex. Nothing of it
    /// is for other threads or interrupts.
    /// </para>
    /// <para>
    /// First come, first served: who comes while others wait stands behind them, also when the mutex happens to be free
    /// because the next in line was not polled yet.
    /// </para>
    /// </remarks>
    public sealed class Mutex
    {
        internal readonly WaitQueue Line = new WaitQueue(null);
        internal MutexLock Holder;

        /// <summary>The lock that has it; null if it is free.</summary>
        public MutexLock Owner => Holder;

        /// <summary>Whether a lock has it.</summary>
        public bool IsLocked => Holder != null;

        /// <summary>
        /// Whether the task that had it last threw or was aborted without giving it back: what it guards may be half changed.
        /// Until the next <see cref="MutexLock.Release"/>.
        /// </summary>
        public bool IsAbandoned { get; internal set; }

        /// <summary>Locks that wait for it.</summary>
        public int Waiting => Line.Count;

        /// <summary>
        /// Makes a lock, one for each task that uses the mutex. Allocates it: call it before the executor runs.
        /// </summary>
        /// <returns>A lock that does not have the mutex.</returns>
        [Allocates("the lock")]
        public MutexLock NewLock()
        {
            return new MutexLock(this);
        }
    }

    /// <summary>
    /// Ready when it has its <see cref="Mutex"/>, and has it until <see cref="Release"/>. Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line; if the mutex was free for it, the next in line is woken. A lock that has the
    /// mutex is not pending and keeps it, until it is released or its task throws or is aborted
    /// (<see cref="Mutex.IsAbandoned"/>).
    /// </para>
    /// </remarks>
    public sealed class MutexLock : LockFuture
    {
        private readonly Mutex _mutex;

        internal MutexLock(Mutex mutex)
            : base(mutex.Line)
        {
            _mutex = mutex;
        }

        /// <summary>Whether it has the mutex.</summary>
        public bool IsHeld => _mutex.Holder == this;

        internal override bool CanFinish => _mutex.Holder == null;

        /// <summary>Takes the mutex if it is free and nobody waits for it. Only tasks of its executor.</summary>
        /// <returns>
        /// Whether it has the mutex now. Nobody knows for which task: one that throws or is aborted keeps it.
        /// </returns>
        /// <exception cref="System.InvalidOperationException">It has it already, or stands in line.</exception>
        public bool TryLock()
        {
            if (IsWaiting)
            {
                throw Throw.LockPending();
            }

            Begin();
            return _mutex.Line.First == null && TryFinish();
        }

        /// <summary>Gives the mutex back and wakes the next in line. Only tasks of its executor.</summary>
        /// <exception cref="System.InvalidOperationException">It does not have it.</exception>
        public void Release()
        {
            if (_mutex.Holder != this)
            {
                throw Throw.LockNotHeld();
            }

            _mutex.IsAbandoned = false;
            Free();
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            Place(HeldBy(to.Add(Words.MutexLock), _mutex.Holder));
        }

        private protected override void GiveUp()
        {
            if (_mutex.Holder == this)
            {
                _mutex.IsAbandoned = true;
                Free();
            }
        }

        private void Free()
        {
            Released();
            _mutex.Holder = null;
            QueuedFuture first = _mutex.Line.First;
            if (first != null && first.Waker != null)
            {
                first.Waker.Wake();
            }
        }

        private protected override bool TryFinish()
        {
            if (_mutex.Holder != null)
            {
                return false;
            }

            _mutex.Holder = this;
            return true;
        }

        private protected override void Begin()
        {
            if (_mutex.Holder == this)
            {
                throw Throw.LockHeld();
            }
        }
    }
}
