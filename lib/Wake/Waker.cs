namespace NanoExecutor
{
    /// <summary>
    /// Wakes one task. There is one waker for each slot of an executor, made with it; a future keeps a reference to the
    /// one it was polled with and hands it to whatever will notice the event.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A waker is one flag that any thread sets and only its owner clears, and the one to tell when it is set. The wake
    /// protocol is this class and <see cref="WakeProtocol"/>, its half that an executor has once; no other field in the
    /// library is written by more than one thread. The same flag serves at three places:
    /// </para>
    /// <code>
    ///     flag of           set means                     who is told
    ///     a source          its ready bit                 the waker its waiting future was polled with last
    ///     a child future    a combinator has to poll it   the waker the combinator was polled with last
    ///     a task slot       its sleep flag is cleared     the executor: NeedRun, and out of its park
    /// </code>
    /// <para>
    /// Two orders make it lose nothing. Each store is followed by a look, on both sides, so one of the two sees:
    /// </para>
    /// <code>
    ///     W1  flag := 1                    L1  listener := waker of this poll        T1  flag := 0
    ///     W2  look at the listener         L2  look at the flag                      T2  look at what happened (poll)
    /// </code>
    /// <para>
    /// W against L: the waker of a future that goes to sleep. W against T: a wake that arrives while the poll runs; it
    /// comes after T1 and stays, or before T1 and then the poll sees what it announced. On the device all threads share
    /// one native thread and the order written is the order seen. On the desktop a store may be overtaken by the load
    /// behind it; <see cref="FullFence"/> stands where that would lose a wake.
    /// </para>
    /// <para>
    /// A wake after the task has ended, or after its slot was given to another, is a spurious poll at worst.
    /// </para>
    /// </remarks>
    public sealed partial class Waker
    {
        private readonly WakeGroup _group;
        private readonly short _slot;

        /// <summary>The waker of a task slot.</summary>
        internal Waker(WakeGroup group, int slot)
        {
            _group = group;
            _slot = (short)slot;
        }

        /// <summary>The flag of a source or of a child future, which tells whoever listens.</summary>
        internal Waker()
        {
        }

        /// <summary>
        /// The executor whose thread polls with this waker; null for the flag of a child that no executor has polled.
        /// </summary>
        public Executor Executor
        {
            get
            {
                if (_group != null)
                {
                    return _group.Executor.Executor;
                }

                Waker listener = _listener;
                return listener == null ? null : listener.Executor;
            }
        }

        /// <summary>Who is told when this flag is set; null for nobody. Owner only.</summary>
        internal Waker Listener => _listener;

        /// <summary>Whether it is a flag and not the waker of a slot.</summary>
        internal bool IsFlag => _group == null;

        /// <summary>
        /// The slot of the task that is polled with this waker; -1 for the flag of a child that no executor has polled.
        /// </summary>
        internal int Slot
        {
            get
            {
                if (_group != null)
                {
                    return _slot;
                }

                Waker listener = _listener;
                return listener == null ? TaskTable.NoSlot : listener.Slot;
            }
        }

        /// <summary>
        /// Clears the sleep flag of the task and sets its executor to NeedRun. Any thread, task or interrupt may call
        /// it, at any time and any number of times; it never blocks, never throws and allocates nothing. Wakes that
        /// come before the poll they ask for are one.
        /// </summary>
        public void Wake()
        {
            WakeGroup group = _group;
            if (group == null)
            {
                IsSet = true;                                           // W1
                Nudge();
                return;
            }

            WakeProtocol executor = group.Executor;
            if (IsSet)
            {
                // Once more: its owner may have cleared it since that look.
                IsSet = true;
            }
            else
            {
                // Two threads in here at once may write one place or step back the head. See WakeProtocol: a hint may be lost.
                IsSet = true;                                           // W1
                executor.Hints[executor.Head & executor.HintMask] = _slot;
                executor.Head++;
            }

            group.NeedRun = true;
            FullFence();
            if (executor.Parked)                                        // W2, where the listener is the parked executor
            {
                executor.Unpark();
            }
        }

        /// <summary>
        /// Register, then check: from now on a wake tells <paramref name="listener"/>; true if the flag was set
        /// already, which clears it. A listener that this one pushes out is woken, for it would wait in vain. Owner
        /// only.
        /// </summary>
        internal bool Listen(Waker listener)
        {
            Waker previous = _listener;
            if (previous != listener)
            {
                _listener = listener;                                   // L1
                if (previous != null)
                {
                    previous.Wake();
                }

                FullFence();
            }

            return Take();                                              // L2
        }

        /// <summary>Nobody listens any more; the flag stays as it is. Owner only.</summary>
        internal void Unlisten()
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
            FullFence();
            return true;
        }

        /// <summary>
        /// Tells the listener alone, for something else that was stored just before, which it looks at after it has
        /// stored itself. Any thread.
        /// </summary>
        internal void Nudge()
        {
            FullFence();
            Waker listener = _listener;                                 // W2
            if (listener != null)
            {
                listener.Wake();
            }
        }

        /// <summary>
        /// Makes what was stored before visible to all before what is read after. Nothing on the device.
        /// </summary>
        static partial void FullFence();
    }
}
