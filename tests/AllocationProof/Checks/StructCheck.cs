using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// Structs: nanoCLR keeps each in an object. A local one is made at every entry of its method, even on a path that
    /// never uses it; pushing one makes a copy. One that is only reached by address costs nothing.
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
                    Rules.StructByValue, site, $"{what} takes {type} {parameter.Name}", Copy(parameter.ParameterType));
            }

            if (TypeFacts.IsStruct(method.ReturnType))
            {
                yield return new Construct(
                    Rules.StructByValue,
                    site,
                    $"{what} returns a {Naming.Short(method.ReturnType)}",
                    Copy(method.ReturnType));
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
                    Copies(1, v.VariableType)));
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
                ? new Construct(
                    Rules.StructLoad,
                    instruction,
                    $"a copy of a {Naming.Short(type)}",
                    Copies(CopiesMade(instruction), type))
                : null;
        }

        /// <summary>
        /// A call whose target has a body is judged there; a delegate's or an abstract member's only here.
        /// </summary>
        private static IEnumerable<Construct> CallWithoutBody(Instruction instruction)
        {
            return instruction.OpCode.Code is Code.Call or Code.Callvirt
                && instruction.Operand is MethodReference named
                && named.Resolve() is { HasBody: false } target
                && (target.IsAbstract || TypeFacts.IsDelegate(target.DeclaringType))
                ? Signature(target, instruction, Naming.Full(target))
                : [];
        }

        /// <summary>
        /// The interpreter copies again where a load goes through a reference, and once more out of a box.
        /// </summary>
        private static int CopiesMade(Instruction load)
        {
            return load.OpCode.Code switch
            {
                Code.Ldobj or Code.Ldelem_Any => 2,
                Code.Unbox_Any => 3,
                _ => 1,
            };
        }

        private static string Copies(int count, TypeReference type)
        {
            return BodyCheck.Bytes(count * TypeFacts.ObjectBytes(type));
        }

        private static string Copy(TypeReference type)
        {
            return Copies(1, type) + ", the copy that is handed over";
        }
    }
}
