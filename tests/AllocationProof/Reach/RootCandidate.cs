using Mono.Cecil;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>A root, unless a mark says that it is none.</summary>
    /// <param name="Root">The root.</param>
    /// <param name="Contract">
    /// Through what it is called: the virtual member or the delegate type, or the method itself when it is called by
    /// name. The marks on that decide, not those on a method that answers it.
    /// </param>
    internal sealed record RootCandidate(Root Root, IMemberDefinition Contract)
    {
        public static RootCandidate Of(
            MethodDefinition method, string reason, RootKind kind, IMemberDefinition contract)
        {
            return new RootCandidate(new Root(method, reason, kind), contract);
        }
    }
}
