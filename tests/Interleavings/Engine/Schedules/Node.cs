namespace NanoExecutor.Interleavings
{
    /// <summary>
    /// A decision on the way that the depth-first search is on, and how far it is through its options.
    /// </summary>
    internal struct Node
    {
        internal ulong State;
        internal int Options;
        internal int Chosen;

        /// <summary>Who may be interrupted here; -1 where nobody is.</summary>
        internal int Running;
    }
}
