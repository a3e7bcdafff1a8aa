using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// Errors may allocate, in methods marked [ThrowHelper] and nowhere else. So that the mark is no back door, a
    /// helper does one of three things: it never comes back; it returns an exception, which is thrown at once; or it is
    /// called where an exception has just been caught, and deals with it.
    /// </summary>
    internal static class ThrowCheck
    {
        public static Construct? Throw(Instruction instruction)
        {
            Instruction? before = Operands.Before(instruction);
            bool fromHelper = before != null && Helper(before) != null;
            bool reportedAlready = before is { OpCode.Code: Code.Newobj };
            return fromHelper || reportedAlready
                ? null
                : new Construct(Rules.Throw, instruction, "throw", "36 bytes or more, its stack trace");
        }

        public static Construct? Call(MethodDefinition caller, Instruction instruction)
        {
            MethodDefinition? helper = Helper(instruction);
            if (helper == null || NeverReturns(helper) || InCatch(caller, instruction))
            {
                return null;
            }

            if (!TypeFacts.DerivesFrom(helper.ReturnType, "System.Exception"))
            {
                return new Construct(Rules.HelperReturns, instruction, Naming.Full(helper), "what the helper makes");
            }

            return Operands.After(instruction) is { OpCode.Code: Code.Throw }
                ? null
                : new Construct(Rules.HelperUnthrown, instruction, Naming.Full(helper), "what the helper makes");
        }

        private static bool NeverReturns(MethodDefinition helper)
        {
            return helper.HasBody && helper.Body.Instructions.All(i => i.OpCode.Code != Code.Ret);
        }

        private static bool InCatch(MethodDefinition caller, Instruction instruction)
        {
            return caller.Body.ExceptionHandlers.Any(h =>
                h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter
                && instruction.Offset >= h.HandlerStart.Offset
                && (h.HandlerEnd == null || instruction.Offset < h.HandlerEnd.Offset));
        }

        private static MethodDefinition? Helper(Instruction instruction)
        {
            return instruction.OpCode.Code is Code.Call or Code.Callvirt
                && ((MethodReference)instruction.Operand).Resolve() is { } target
                && Marks.IsThrowHelper(target)
                ? target
                : null;
        }
    }
}
