using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>A method that something other than the code read may call.</summary>
    /// <param name="Method">Where the walk begins.</param>
    /// <param name="Reason">Why it is a root, in a few words.</param>
    /// <param name="Kind">What sort of caller it has.</param>
    internal sealed record Root(MethodDefinition Method, string Reason, RootKind Kind);
}
