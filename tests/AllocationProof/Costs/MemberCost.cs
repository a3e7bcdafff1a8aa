namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>What calling one platform member costs.</summary>
    /// <param name="Heap">What it leaves there.</param>
    /// <param name="Bytes">As the table says: a number, or a number of recycled bytes.</param>
    /// <param name="Blocks">Whether it can wait, or gives its slice of time away.</param>
    /// <param name="Note">What was measured, and where it matters.</param>
    internal sealed record MemberCost(HeapCost Heap, string Bytes, bool Blocks, string Note);
}
