using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Rewriting
{
    /// <summary>Replaces accesses to the elements of arrays.</summary>
    internal sealed class ElementRewriter(HookReferences hooks, CallRewriter calls)
    {
        /// <summary>Numbers a new array.</summary>
        internal void Make(MethodDefinition method, Instruction instruction)
        {
            TypeReference array = new ArrayType((TypeReference)instruction.Operand);
            method.Body.GetILProcessor().InsertAfter(
                instruction, Instruction.Create(OpCodes.Call, hooks.Of(nameof(Hooks.BornArray), array)));
        }

        internal void Rewrite(MethodDefinition method, Instruction instruction)
        {
            if (Loaded(method.Module, instruction) is { } loaded)
            {
                instruction.OpCode = OpCodes.Call;
                instruction.Operand = hooks.Of(nameof(Hooks.LoadElement), loaded);
            }
            else if (Stored(method.Module, instruction) is { } stored)
            {
                instruction.OpCode = OpCodes.Call;
                instruction.Operand = hooks.Of(nameof(Hooks.StoreElement), stored);
            }
            else if (instruction.OpCode.Code != Code.Ldelema)
            {
                return;
            }
            else if (calls.IsForInterlocked(instruction))
            {
                Replace(
                    instruction,
                        OpCodes.Call,
                        hooks.Of(nameof(Hooks.ElementAddress), (TypeReference)instruction.Operand));
            }
            else
            {
                ChangeInPlace(method, instruction);
            }
        }

        // a[i] += x is: ldelema, dup, ldind, x, add, stind. Keeps the array and the index in place of the address.
        private void ChangeInPlace(MethodDefinition method, Instruction address)
        {
            TypeReference element = (TypeReference)address.Operand;
            Instruction copy = address.Next;
            Instruction read = copy.Next;
            Instruction? write = read;
            while (write != null && !IsIndirectStore(write) && write.OpCode.FlowControl == FlowControl.Next)
            {
                write = write.Next;
            }

            if (copy.OpCode.Code != Code.Dup || !IsIndirectLoad(read) || write == null || !IsIndirectStore(write))
            {
                throw new ToolException(
                    $"{method.FullName} takes the address of an element in a way that is not known.");
            }

            VariableDefinition array = new(new ArrayType(element));
            VariableDefinition index = new(method.Module.TypeSystem.Int32);
            method.Body.Variables.Add(array);
            method.Body.Variables.Add(index);
            method.Body.InitLocals = true;
            ILProcessor processor = method.Body.GetILProcessor();
            Replace(address, OpCodes.Stloc, index);
            processor.InsertAllAfter(
                address,
                Instruction.Create(OpCodes.Stloc, array),
                Instruction.Create(OpCodes.Ldloc, array),
                Instruction.Create(OpCodes.Ldloc, index));
            Replace(copy, OpCodes.Ldloc, array);
            processor.InsertAfter(copy, Instruction.Create(OpCodes.Ldloc, index));
            Replace(read, OpCodes.Call, hooks.Of(nameof(Hooks.LoadElement), element));
            Replace(write, OpCodes.Call, hooks.Of(nameof(Hooks.StoreElement), element));
        }

        private static void Replace(Instruction instruction, OpCode code, object operand)
        {
            instruction.OpCode = code;
            instruction.Operand = operand;
        }

        private static bool IsIndirectLoad(Instruction instruction)
        {
            return instruction.OpCode.Name.StartsWith("ldind", StringComparison.Ordinal)
                || instruction.OpCode.Code == Code.Ldobj;
        }

        private static bool IsIndirectStore(Instruction instruction)
        {
            return instruction.OpCode.Name.StartsWith("stind", StringComparison.Ordinal)
                || instruction.OpCode.Code == Code.Stobj;
        }

        private static TypeReference? Loaded(ModuleDefinition module, Instruction instruction)
        {
            TypeSystem types = module.TypeSystem;
            return instruction.OpCode.Code switch
            {
                Code.Ldelem_I1 => types.SByte,
                Code.Ldelem_U1 => types.Byte,
                Code.Ldelem_I2 => types.Int16,
                Code.Ldelem_U2 => types.UInt16,
                Code.Ldelem_I4 => types.Int32,
                Code.Ldelem_U4 => types.UInt32,
                Code.Ldelem_I8 => types.Int64,
                Code.Ldelem_R4 => types.Single,
                Code.Ldelem_R8 => types.Double,
                Code.Ldelem_Ref => types.Object,
                Code.Ldelem_Any => (TypeReference)instruction.Operand,
                _ => null,
            };
        }

        private static TypeReference? Stored(ModuleDefinition module, Instruction instruction)
        {
            TypeSystem types = module.TypeSystem;
            return instruction.OpCode.Code switch
            {
                Code.Stelem_I1 => types.Byte,
                Code.Stelem_I2 => types.Int16,
                Code.Stelem_I4 => types.Int32,
                Code.Stelem_I8 => types.Int64,
                Code.Stelem_R4 => types.Single,
                Code.Stelem_R8 => types.Double,
                Code.Stelem_Ref => types.Object,
                Code.Stelem_Any => (TypeReference)instruction.Operand,
                _ => null,
            };
        }
    }
}
