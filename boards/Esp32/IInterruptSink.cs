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
        void Interrupt(uint data);
    }
}
