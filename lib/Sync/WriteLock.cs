namespace NanoExecutor
{
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
