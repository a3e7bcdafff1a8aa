namespace NanoExecutor
{
    /// <summary>
    /// The flag of a source or of a child future, and the waker that is registered for it. "Register, then check" and "the
    /// waker that is pushed out is woken" stand here and nowhere else.
    /// </summary>
    /// <remarks>See <see cref="Waker"/> for the order of stores and looks that loses no wake.</remarks>
    internal sealed class WakerRegistration : Waker
    {
        // The owner writes it, any thread reads it. Volatile on the desktop, so that the waker is complete when it is seen.
#if NANOFRAMEWORK_1_0
        private Waker _listener;
#else
        private volatile Waker _listener;
#endif

        // The handle of the task that listens, where a future gave itself. Owner only.
        private long _owner;

        /// <summary>Whether who was refused cancels what another task listens for. Owner only.</summary>
        internal bool IsRefused => Ownership.IsRefused(_listener, _owner);

        /// <summary>Who is told when the flag is set; null for nobody. Owner only.</summary>
        internal Waker Listener => _listener;

        /// <inheritdoc/>
        internal override TaskWaker Task
        {
            get
            {
                Waker listener = _listener;
                return listener == null ? null : listener.Task;
            }
        }

        /// <summary>Sets the flag and wakes who is registered. Any thread or interrupt.</summary>
        public override void Wake()
        {
            IsSet = true;                                               // W1
            Fence.Full();
            Waker listener = _listener;                                 // W2
            if (listener != null)
            {
                listener.Wake();
            }
        }

        /// <summary>
        /// Wakes who is registered, for something else that was stored just before, which it looks at after it has
        /// registered. Any thread.
        /// </summary>
        internal void Notify()
        {
            Fence.Full();
            Waker listener = _listener;                                 // W2
            if (listener != null)
            {
                listener.Wake();
            }
        }

        /// <summary>
        /// Register, then check: from now on a wake goes on to <paramref name="listener"/>; true if the flag was set
        /// already, which clears it. A waker that this one pushes out is woken, for it would wait in vain. Owner only.
        /// </summary>
        /// <param name="listener">The waker of this poll.</param>
        /// <param name="future">Who is polled, of which another task may be the owner; null where that was seen to.</param>
        internal bool Register(Waker listener, Future future)
        {
            Waker previous = _listener;
            if (previous != listener)
            {
                if (future != null)
                {
                    _owner = previous == null ? Ownership.Of(listener) : Ownership.Pass(previous, _owner, listener, future);
                }

                _listener = listener;                                   // L1
                if (previous != null)
                {
                    previous.Wake();
                }

                Fence.Full();
            }

            return Take();                                              // L2
        }

        /// <summary>
        /// Register, then check, for an owner that always checks: from now on <see cref="Notify"/> wakes
        /// <paramref name="listener"/>. Only while nobody else is registered. Owner only.
        /// </summary>
        internal void Listen(Waker listener)
        {
            _listener = listener;                                       // L1
            Fence.Full();
        }

        /// <summary>Nobody is registered any more; the flag stays as it is. Owner only.</summary>
        internal void Unregister()
        {
            _listener = null;
        }

        /// <summary>
        /// Clears the flag; true if it was set. Owner only, and always before looking at what happened.
        /// </summary>
        internal bool Take()
        {
            if (!IsSet)
            {
                return false;
            }

            IsSet = false;                                              // T1
            Fence.Full();
            return true;
        }
    }
}
