namespace NanoExecutor
{
    /// <summary>
    /// Lets any number of tasks read something, or one change it, in the order in which they asked: for what takes
    /// several polls.
    /// </summary>
    /// <remarks>
    /// <para>Only tasks of one executor use it; nothing of it is for other threads or interrupts.</para>
    /// <para>
    /// First come, first served: a reader that comes after a waiting writer stands behind it, so that readers cannot
    /// starve writers; readers that stand behind each other go in together. A reader cannot become a writer: it
    /// releases and asks again.
    /// </para>
    /// </remarks>
    public sealed class ReaderWriterLock
    {
        internal readonly WaitQueue Line = new WaitQueue(null);

        /// <summary>Locks that have it for reading.</summary>
        public int Readers { get; internal set; }

        /// <summary>The lock that has it for writing; null if none has.</summary>
        public WriteLock Writer { get; internal set; }

        /// <summary>
        /// Whether the task that wrote last threw or was aborted without giving it back: what it guards may be half changed.
        /// Until the next <see cref="WriteLock.Release"/>.
        /// </summary>
        public bool IsAbandoned { get; internal set; }

        /// <summary>Locks that wait for it.</summary>
        public int Waiting => Line.Count;

        /// <summary>Makes a lock for reading, one for each task that reads. Allocates it.</summary>
        /// <returns>A lock that is not held.</returns>
        [Allocates("the lock")]
        public ReadLock NewReadLock()
        {
            return new ReadLock(this);
        }

        /// <summary>Makes a lock for writing, one for each task that writes. Allocates it.</summary>
        /// <returns>A lock that is not held.</returns>
        [Allocates("the lock")]
        public WriteLock NewWriteLock()
        {
            return new WriteLock(this);
        }
    }

    /// <summary>
    /// Ready when it may read what a <see cref="ReaderWriterLock"/> guards, until <see cref="Release"/>. Awaited again
    /// and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line and wakes the next if it can go in now. One that is held stays held, until
    /// it is released or its task throws or is aborted.
    /// </para>
    /// </remarks>
    public sealed class ReadLock : LockFuture
    {
        private readonly ReaderWriterLock _lock;

        internal ReadLock(ReaderWriterLock owner)
            : base(owner.Line)
        {
            _lock = owner;
        }

        /// <summary>Whether it may read.</summary>
        public bool IsHeld { get; private set; }

        internal override bool CanFinish => _lock.Writer == null;

        /// <summary>Gives up reading; the last reader wakes the next in line. Only tasks of its executor.</summary>
        /// <exception cref="System.InvalidOperationException">It is not held.</exception>
        public void Release()
        {
            if (!IsHeld)
            {
                throw Throw.LockNotHeld();
            }

            Free();
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.ReadLock);
            if (_lock.Writer != null)
            {
                HeldBy(to, _lock.Writer);
            }

            Place(to);
        }

        private protected override void GiveUp()
        {
            if (IsHeld)
            {
                Free();
            }
        }

        private void Free()
        {
            Released();
            IsHeld = false;
            _lock.Readers--;
            _lock.Line.WakeFirst();
        }

        private protected override bool TryFinish()
        {
            if (_lock.Writer != null)
            {
                return false;
            }

            _lock.Readers++;
            IsHeld = true;
            return true;
        }

        private protected override void Begin()
        {
            if (IsHeld)
            {
                throw Throw.LockHeld();
            }
        }
    }

    /// <summary>
    /// Ready when it alone has what a <see cref="ReaderWriterLock"/> guards, until <see cref="Release"/>. Awaited again
    /// and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line and wakes the next if it can go in now, as readers behind a writer can. One that
    /// is held stays held, until it is released or its task throws or is aborted
    /// (<see cref="ReaderWriterLock.IsAbandoned"/>).
    /// </para>
    /// </remarks>
    public sealed class WriteLock : LockFuture
    {
        private readonly ReaderWriterLock _lock;

        internal WriteLock(ReaderWriterLock owner)
            : base(owner.Line)
        {
            _lock = owner;
        }

        /// <summary>Whether it may write.</summary>
        public bool IsHeld => _lock.Writer == this;

        internal override bool CanFinish => _lock.Writer == null && _lock.Readers == 0;

        /// <summary>Gives up writing and wakes the next in line. Only tasks of its executor.</summary>
        /// <exception cref="System.InvalidOperationException">It is not held.</exception>
        public void Release()
        {
            if (_lock.Writer != this)
            {
                throw Throw.LockNotHeld();
            }

            _lock.IsAbandoned = false;
            Free();
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WriteLock);
            if (_lock.Writer != null)
            {
                HeldBy(to, _lock.Writer);
            }
            else if (_lock.Readers > 0)
            {
                to.Add(Words.Comma).Number(_lock.Readers).Add(Words.Readers);
            }

            Place(to);
        }

        private protected override void GiveUp()
        {
            if (_lock.Writer == this)
            {
                _lock.IsAbandoned = true;
                Free();
            }
        }

        private void Free()
        {
            Released();
            _lock.Writer = null;
            _lock.Line.WakeFirst();
        }

        private protected override bool TryFinish()
        {
            if (!CanFinish)
            {
                return false;
            }

            _lock.Writer = this;
            return true;
        }

        private protected override void Begin()
        {
            if (_lock.Writer == this)
            {
                throw Throw.LockHeld();
            }
        }
    }
}
