using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.AllocationProof.Reach
{
    /// <summary>How a method was reached: from a root, or by a call from a method reached before.</summary>
    internal sealed record Step(MethodDefinition Method, Root Root, Step? From, Instruction? Site)
    {
        /// <summary>The steps from the root to this one.</summary>
        public IEnumerable<Step> Path()
        {
            return From == null ? [this] : From.Path().Append(this);
        }

        /// <summary>
        /// Whether whoever calls the method names it, and so sees its marks; not so through a delegate or an override.
        /// </summary>
        public bool IsNamed()
        {
            return From == null
                ? Root.Kind == RootKind.Public
                : Site?.Operand is MethodReference named && named.Resolve() == Method;
        }
    }
}
