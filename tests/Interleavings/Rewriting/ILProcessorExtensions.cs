using Mono.Cecil.Cil;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>Inserting several instructions at once.</summary>
    internal static class ILProcessorExtensions
    {
        internal static void InsertAllAfter(
            this ILProcessor processor, Instruction at, params Instruction[] instructions)
        {
            foreach (Instruction instruction in instructions)
            {
                processor.InsertAfter(at, instruction);
                at = instruction;
            }
        }
    }
}
