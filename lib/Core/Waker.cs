namespace NanoExecutor
{
    /// <summary>
    /// Wakes one task. There is one waker for each slot of an executor, made with it; a future keeps a reference to the one
    /// it was polled with and hands it to whatever will notice the event.
    /// </summary>
    /// <remarks>
    /// A wake after the task has ended, or after its slot was given to another, is a spurious poll at worst.
    /// </remarks>
    public sealed class Waker
    {
        private readonly WakeProtocol _protocol;
        private readonly int _slot;

        internal Waker(WakeProtocol protocol, int slot)
        {
            _protocol = protocol;
            _slot = slot;
        }

        /// <summary>The executor whose thread polls with this waker.</summary>
        public Executor Executor => _protocol.Executor;

        internal int Slot => _slot;

        /// <summary>
        /// Clears the sleep flag of the task and sets its executor to NeedRun. Any thread, task or interrupt may call it, at
        /// any time and any number of times; it never blocks, never throws and allocates nothing.
        /// </summary>
        public void Wake()
        {
            _protocol.Wake(_slot);
        }
    }
}
