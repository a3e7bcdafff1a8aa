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

    /// <summary>What an instruction speaks of, short forms and long forms alike.</summary>
    internal static class Operands
    {
        /// <summary>The local that an instruction reads, writes or takes the address of.</summary>
        public static VariableDefinition? Local(MethodBody body, Instruction instruction)
        {
            return instruction.OpCode.Code switch
            {
                Code.Ldloc_0 or Code.Stloc_0 => body.Variables[0],
                Code.Ldloc_1 or Code.Stloc_1 => body.Variables[1],
                Code.Ldloc_2 or Code.Stloc_2 => body.Variables[2],
                Code.Ldloc_3 or Code.Stloc_3 => body.Variables[3],
                _ => instruction.Operand as VariableDefinition,
            };
        }

        public static bool LoadsLocal(Instruction instruction)
        {
            return instruction.OpCode.Code is Code.Ldloc or Code.Ldloc_S
                or Code.Ldloc_0 or Code.Ldloc_1 or Code.Ldloc_2 or Code.Ldloc_3;
        }

        public static bool StoresLocal(Instruction instruction)
        {
            return instruction.OpCode.Code is Code.Stloc or Code.Stloc_S
                or Code.Stloc_0 or Code.Stloc_1 or Code.Stloc_2 or Code.Stloc_3;
        }

        /// <summary>The parameter that an instruction loads by value; null for 'this' and for anything else.</summary>
        public static ParameterDefinition? Argument(MethodDefinition method, Instruction instruction)
        {
            int? index = instruction.OpCode.Code switch
            {
                Code.Ldarg_0 => 0,
                Code.Ldarg_1 => 1,
                Code.Ldarg_2 => 2,
                Code.Ldarg_3 => 3,
                _ => null,
            };
            if (index is { } i)
            {
                i -= method.HasThis ? 1 : 0;
                return i < 0 ? null : method.Parameters[i];
            }

            return instruction.OpCode.Code is Code.Ldarg or Code.Ldarg_S
                && instruction.Operand is ParameterDefinition { Index: >= 0 } parameter
                ? parameter
                : null;
        }

        /// <summary>The number that an instruction pushes, where it pushes a constant int.</summary>
        public static int? Constant(Instruction? instruction)
        {
            return instruction?.OpCode.Code switch
            {
                null => null,
                >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => instruction.OpCode.Code - Code.Ldc_I4_0,
                Code.Ldc_I4_S => (sbyte)instruction.Operand,
                Code.Ldc_I4 => (int)instruction.Operand,
                _ => null,
            };
        }

        public static Instruction? Before(Instruction instruction)
        {
            Instruction? previous = instruction.Previous;
            while (previous is { OpCode.Code: Code.Nop })
            {
                previous = previous.Previous;
            }

            return previous;
        }

        public static Instruction? After(Instruction instruction)
        {
            Instruction? next = instruction.Next;
            while (next is { OpCode.Code: Code.Nop })
            {
                next = next.Next;
            }

            return next;
        }
    }
}
