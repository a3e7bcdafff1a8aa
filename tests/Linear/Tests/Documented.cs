namespace NanoExecutor.LinearProof
{
    /// <summary>A rule as lib/Generator/README.md describes it.</summary>
    internal sealed record Documented(string Id, string Title, string Wrong, string Right);
}
