namespace NanoExecutor.Interleavings
{
    /// <summary>What there is to decide.</summary>
    internal enum DecisionKind
    {
        /// <summary>
        /// Whether another actor interrupts the one that runs. Costs a preemption, unless it goes on.
        /// </summary>
        Preempt,

        /// <summary>Who runs next: the one that ran waits or has ended.</summary>
        Next,

        /// <summary>Whether a store of another actor reaches memory before the access that is due.</summary>
        Flush,

        /// <summary>One of the ways to go on that the scenario offers. Free.</summary>
        Choice,
    }
}
