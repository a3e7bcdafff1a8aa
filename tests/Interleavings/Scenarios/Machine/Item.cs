namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Something to hand over.</summary>
    internal sealed class Item
    {
        /// <summary>How often it was received.</summary>
        internal int Received { get; set; }
    }
}
