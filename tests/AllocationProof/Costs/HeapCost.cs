namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>What a platform member leaves on the heap.</summary>
    internal enum HeapCost
    {
        /// <summary>Nothing that would have to be collected.</summary>
        None,

        /// <summary>Garbage.</summary>
        Garbage,

        /// <summary>Nobody has measured it.</summary>
        Unknown,
    }
}
