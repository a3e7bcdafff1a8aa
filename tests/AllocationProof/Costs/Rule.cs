namespace NanoExecutor.AllocationProof.Costs
{
    /// <summary>One thing that the proof looks for.</summary>
    /// <param name="Id">Its short name, as the self-test marks it.</param>
    /// <param name="Title">What was found, for a person.</param>
    /// <param name="Instead">What to write instead.</param>
    internal sealed record Rule(string Id, string Title, string Instead);
}
