namespace NanoExecutor
{
    /// <summary>
    /// Wakes one task. A future keeps a reference to the waker of its latest poll and hands it to whatever will notice the
    /// event.
    /// </summary>
    /// <remarks>
    /// <para>
    /// A waker is one flag that any thread sets and only its owner clears, and someone to tell when it is set. The same
    /// flag serves at three places:
    /// </para>
    /// <code>
    ///     flag of           set means                     who is told
    ///     a task slot       its sleep flag is cleared     the executor: NeedRun, and out of its park    TaskWaker
    ///     a source          its ready bit                 the waker its future was polled with last     WakerRegistration
    ///     a child future    a combinator has to poll it   the waker the combinator was polled with      WakerRegistration
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
    /// behind it; <see cref="Fence.Full"/> stands where that would lose a wake.
    /// </para>
    /// <para>
    /// A wake after the task has ended, or after its slot was given to another, is a spurious poll at worst.
    /// </para>
    /// </remarks>
    public abstract class Waker
    {
        /// <summary>Any thread sets it, the owner clears it. Volatile on the desktop: no store overtakes it.</summary>
#if NANOFRAMEWORK_1_0
        internal bool IsSet;
#else
        internal volatile bool IsSet;
#endif

        private protected Waker()
        {
        }

        /// <summary>
        /// The executor whose thread polls with this waker; null for that of a child that no executor has polled.
        /// </summary>
        public Executor Executor
        {
            get
            {
                TaskWaker task = Task;
                return task == null ? null : task.Owner;
            }
        }

        /// <summary>The task that is polled with this waker; null for that of a child that no executor has polled.</summary>
        internal abstract TaskWaker Task { get; }

        /// <summary>
        /// Clears the sleep flag of the task and sets its executor to NeedRun. Any thread, task or interrupt may call
        /// it, at any time and any number of times; it never blocks, never throws and allocates nothing. Wakes that
        /// come before the poll they ask for are one.
        /// </summary>
        public abstract void Wake();
    }
}
