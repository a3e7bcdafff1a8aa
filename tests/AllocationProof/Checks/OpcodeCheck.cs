using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reach;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// Instructions that nanoCLR's interpreter lacks, or runs without the meaning they have elsewhere.
    /// </summary>
    internal static class OpcodeCheck
    {
        public static Rule? Refused(Instruction instruction)
        {
            Code code = instruction.OpCode.Code;
            return code switch
            {
                Code.Calli => Refusals.FunctionPointer,
                Code.Ldftn or Code.Ldvirtftn when DelegateTargets.TypeMadeBy(instruction) == null =>
                    Refusals.FunctionPointer,
                Code.Rethrow => Refusals.Rethrow,
                Code.Localloc => Refusals.Pointer,
                Code.Arglist or Code.Cpblk or Code.Initblk or Code.Jmp or Code.Ckfinite or Code.Mkrefany
                    or Code.Refanytype or Code.Refanyval or Code.Readonly => Refusals.Opcode,
                _ when instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal) => Refusals.Checked,
                _ => null,
            };
        }
    }
}
