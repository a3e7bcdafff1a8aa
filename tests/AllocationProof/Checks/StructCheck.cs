using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// Structs: nanoCLR keeps each in an object. A local one is made at every entry of its method, even on a path that never
    /// uses it; pushing one makes a copy. One that is only reached by address costs nothing.
    /// </summary>
    internal static class StructCheck
    {
        public static IEnumerable<Construct> Look(MethodDefinition method)
        {
            return Signature(method, null, "this method")
                .Concat(Locals(method))
                .Concat(method.Body.Instructions.Select(i => Load(method, i)).OfType<Construct>())
                .Concat(method.Body.Instructions.SelectMany(CallWithoutBody));
        }

        private static IEnumerable<Construct> Signature(MethodReference method, Instruction? site, string what)
        {
            foreach (ParameterDefinition parameter in method.Parameters.Where(p => TypeFacts.IsStruct(p.ParameterType)))
            {
                string type = Naming.Short(parameter.ParameterType);
                yield return new Construct(
                    Rules.StructByValue, site, $"{what} takes {type} {parameter.Name}", Twice(parameter.ParameterType));
            }

            if (TypeFacts.IsStruct(method.ReturnType))
            {
                yield return new Construct(
                    Rules.StructByValue, site, $"{what} returns a {Naming.Short(method.ReturnType)}", Twice(method.ReturnType));
            }
        }

        private static IEnumerable<Construct> Locals(MethodDefinition method)
        {
            return method.Body.Variables
                .Where(v => TypeFacts.IsStruct(v.VariableType))
                .Select(v => new Construct(
                    Rules.StructLocal,
                    method.Body.Instructions.FirstOrDefault(i => Operands.Local(method.Body, i) == v),
                    $"a local {Naming.Short(v.VariableType)}",
                    Once(v.VariableType)));
        }

        private static Construct? Load(MethodDefinition method, Instruction instruction)
        {
            TypeReference? type = instruction.OpCode.Code switch
            {
                Code.Ldfld or Code.Ldsfld => ((FieldReference)instruction.Operand).FieldType,
                Code.Ldobj or Code.Ldelem_Any or Code.Unbox_Any => (TypeReference)instruction.Operand,
                _ when Operands.LoadsLocal(instruction) => Operands.Local(method.Body, instruction)!.VariableType,
                _ => Operands.Argument(method, instruction)?.ParameterType,
            };
            return type != null && TypeFacts.IsStruct(type)
                ? new Construct(Rules.StructLoad, instruction, $"a copy of a {Naming.Short(type)}", Once(type))
                : null;
        }

        /// <summary>A call whose target has a body is judged there; a delegate's or an abstract member's only here.</summary>
        private static IEnumerable<Construct> CallWithoutBody(Instruction instruction)
        {
            return instruction.OpCode.Code is Code.Call or Code.Callvirt
                && instruction.Operand is MethodReference named
                && named.Resolve() is { HasBody: false } target
                && (target.IsAbstract || TypeFacts.IsDelegate(target.DeclaringType))
                ? Signature(target, instruction, Naming.Full(target))
                : [];
        }

        private static string Once(TypeReference type)
        {
            return BodyCheck.Bytes(TypeFacts.ObjectBytes(type));
        }

        private static string Twice(TypeReference type)
        {
            return BodyCheck.Bytes(2 * TypeFacts.ObjectBytes(type));
        }
    }
}
