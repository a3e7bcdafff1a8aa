namespace NanoExecutor.LinearProof
{
    /// <summary>Unwinds the async twin when it is cancelled. The linear twin has nothing of the kind.</summary>
    public sealed class Cancelled : Exception
    {
    }
}
