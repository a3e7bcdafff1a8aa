namespace NanoExecutor
{
    /// <summary>
    /// Who woke a task: the slot of another task, or one of these. Interrupts of nanoCLR and other threads are told from the
    /// task that is being polled only where they raise a source of a reactor with a tracer.
    /// </summary>
    public static class WokenBy
    {
        /// <summary>A thread, an interrupt or a hook that is not known.</summary>
        public const int Unknown = -1;

        /// <summary>A timer.</summary>
        public const int Timer = -2;

        /// <summary>Added to the id of a source of a reactor.</summary>
        public const int Source = 0x10000;
    }
}
