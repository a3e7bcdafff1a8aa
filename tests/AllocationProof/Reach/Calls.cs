using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>What one method calls.</summary>
    internal sealed class Calls
    {
        /// <summary>Methods whose IL is at hand.</summary>
        public List<(Instruction Site, MethodDefinition Target)> Followed { get; } = [];

        /// <summary>Constructors whose IL is at hand, of the objects that it makes.</summary>
        public List<(Instruction Site, MethodDefinition Target)> Made { get; } = [];

        /// <summary>Members without IL to follow: the platform's, and native ones.</summary>
        public List<(Instruction Site, MethodReference Member)> Outside { get; } = [];

        /// <summary>Virtual calls and delegates that nothing in the assemblies read answers.</summary>
        public List<(Instruction Site, string What)> Open { get; } = [];
    }
}
