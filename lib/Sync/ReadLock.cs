namespace NanoExecutor
{
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
}
