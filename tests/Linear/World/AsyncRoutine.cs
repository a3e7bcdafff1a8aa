namespace NanoExecutor.LinearProof
{
    /// <summary>The base of an async twin.</summary>
    public abstract class AsyncRoutine
    {
    }
}
