namespace NanoExecutor.Interleavings
{
    /// <summary>What a store of one thread looks like to the others.</summary>
    public enum MemoryModel
    {
        /// <summary>Everybody sees a store at once: managed threads on the one native thread of nanoCLR.</summary>
        Sequential,

        /// <summary>
        /// Stores wait in a buffer and leave it in their order; a load may overtake them: x86 and x64. A fence empties
        /// the buffer.
        /// </summary>
        StoreBuffer,

        /// <summary>
        /// Stores to different fields may also overtake each other, but a volatile one waits for all before it: Arm64.
        /// </summary>
        WeakStores,
    }
}
