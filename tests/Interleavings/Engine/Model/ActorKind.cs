namespace NanoExecutor.Interleavings
{
    /// <summary>How an actor may be interrupted.</summary>
    public enum ActorKind
    {
        /// <summary>A thread: others may run between any two of its steps, and it may wait.</summary>
        Thread,

        /// <summary>
        /// A callback on a thread, as nanoFramework really runs interrupts: others may run between any two of its
        /// steps, but it never waits.
        /// </summary>
        Callback,

        /// <summary>
        /// An interrupt that runs to completion on the device. On the desktop, where it is just another thread, it is a
        /// <see cref="Callback"/>.
        /// </summary>
        Interrupt,
    }
}
