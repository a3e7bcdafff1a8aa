namespace NanoExecutor.Boards.Esp32
{
    /// <summary>Takes the interrupts of one pin or timer.</summary>
    internal interface IInterruptSink
    {
        /// <summary>
        /// An interrupt has come. On the dispatcher thread, which all interrupts of the CLR share: returns at once,
        /// allocates nothing, never throws.
        /// </summary>
        /// <param name="data">What the interrupt brought: for a pin its level, 0 or 1.</param>
        /// <param name="time">
        /// When it came, not when it was delivered: µs since some fixed moment, in steps of the system tick.
        /// </param>
        void Interrupt(uint data, long time);

        /// <summary>
        /// Interrupts come faster than the CLR delivers them, and this is one of those that do: switches its interrupt off
        /// for a while. On the dispatcher thread.
        /// </summary>
        /// <param name="time">When the latest came, as for <see cref="Interrupt"/>.</param>
        void Rest(long time);
    }
}
