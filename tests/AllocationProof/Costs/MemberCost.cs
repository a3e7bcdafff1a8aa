namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>What calling one platform member costs.</summary>
    /// <param name="Allowed">True if it puts nothing on the heap that would have to be collected.</param>
    /// <param name="Bytes">As the table says: a number, or a number of recycled bytes.</param>
    /// <param name="Note">What was measured, and where it matters.</param>
    internal sealed record MemberCost(bool Allowed, string Bytes, string Note);
}
