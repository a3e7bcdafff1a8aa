using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>One place in a method that breaks a rule.</summary>
    /// <param name="Rule">The rule.</param>
    /// <param name="Site">The instruction; null when the method as a whole is meant.</param>
    /// <param name="Detail">What stands there.</param>
    /// <param name="Cost">What it costs on the heap, in words; empty where bytes are not the point.</param>
    internal sealed record Construct(Rule Rule, Instruction? Site, string Detail, string Cost);
}
