namespace NanoExecutor.Generator
{
    /// <summary>Something that encloses the statement being lowered and matters to jumps.</summary>
    internal abstract class Scope
    {
    }
}
