namespace NanoExecutor.Interleavings
{
    /// <summary>A place in a schedule with more than one way on.</summary>
    /// <param name="Execution">What is being run.</param>
    /// <param name="Kind">What there is to decide.</param>
    /// <param name="Options">How many ways; the first is the usual one.</param>
    /// <param name="Budget">Preemptions left.</param>
    /// <param name="Place">Where it is in the schedule.</param>
    internal readonly record struct Decision(
        Execution Execution, DecisionKind Kind, int Options, int Budget, Place Place)
    {
        /// <summary>All that what follows depends on, as one number. Takes a while.</summary>
        internal ulong State => Execution.StateOf(Kind);
    }
}
