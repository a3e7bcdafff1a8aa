namespace NanoExecutor.Generator
{
    /// <summary>A finally block that awaits.</summary>
    internal sealed class FinallyScope : Scope
    {
    }
}
