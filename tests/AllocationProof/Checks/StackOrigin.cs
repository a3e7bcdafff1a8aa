using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>Which instruction put a value on the stack, as far as straight-line code shows it.</summary>
    internal static class StackOrigin
    {
        /// <summary>
        /// The instruction that pushed the value <paramref name="depth"/> places below the top of the stack as
        /// <paramref name="before"/> finds it; null where a branch in between keeps that from being seen.
        /// </summary>
        public static Instruction? Of(MethodDefinition method, Instruction before, int depth)
        {
            int wanted = depth;
            for (Instruction? i = before.Previous; i != null; i = i.Previous)
            {
                if (i.OpCode.FlowControl
                    is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw)
                {
                    return null;
                }

                int pushed = Pushed(i);
                if (wanted < pushed)
                {
                    return i.OpCode.Code == Code.Dup ? Of(method, i, 0) : Through(method, i);
                }

                wanted += Popped(i) - pushed;
            }

            return null;
        }

        /// <summary>A local that is stored once stands for what was stored.</summary>
        private static Instruction? Through(MethodDefinition method, Instruction source)
        {
            if (!Operands.LoadsLocal(source))
            {
                return source;
            }

            VariableDefinition? local = Operands.Local(method.Body, source);
            Instruction[] stores =
            [
                .. method.Body.Instructions
                    .Where(Operands.StoresLocal)
                    .Where(i => Operands.Local(method.Body, i) == local),
            ];
            return stores.Length == 1 ? Of(method, stores[0], 0) : source;
        }

        private static int Pushed(Instruction instruction)
        {
            return instruction.OpCode.StackBehaviourPush switch
            {
                StackBehaviour.Push0 => 0,
                StackBehaviour.Push1_push1 => 2,
                StackBehaviour.Varpush => Returns((MethodReference)instruction.Operand) ? 1 : 0,
                _ => 1,
            };
        }

        private static int Popped(Instruction instruction)
        {
            return instruction.OpCode.StackBehaviourPop switch
            {
                StackBehaviour.Pop0 => 0,
                StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
                StackBehaviour.Varpop => Arguments(instruction),
                StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi
                    or StackBehaviour.Popi_popi8 or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8
                    or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi => 2,
                _ => 3,
            };
        }

        private static int Arguments(Instruction instruction)
        {
            return instruction.Operand is MethodReference called
                ? called.Parameters.Count + (called.HasThis && instruction.OpCode.Code != Code.Newobj ? 1 : 0)
                : 0;
        }

        private static bool Returns(MethodReference method)
        {
            return method.ReturnType.MetadataType != MetadataType.Void;
        }
    }
}
