using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>newobj and newarr, told apart by what the source says that led to them.</summary>
    internal static class CreationCheck
    {
        private const int DelegateBytes = 36;

        public static Construct? Object(Instruction instruction)
        {
            TypeReference type = ((MethodReference)instruction.Operand).DeclaringType;
            if (type is ArrayType)
            {
                return new Construct(Rules.NewArray, instruction, $"new {Naming.Short(type)}", "an array");
            }

            if (TypeFacts.IsDelegate(type))
            {
                return Delegate(instruction, type);
            }

            if (TypeFacts.DerivesFrom(type, "System.Exception"))
            {
                return new Construct(
                    Rules.ExceptionMade,
                    instruction,
                    $"new {Naming.Short(type)}",
                    "96 bytes or more, thrown and caught");
            }

            string cost = type.MetadataType == MetadataType.String
                ? "12 bytes and its characters"
                : BodyCheck.Bytes(TypeFacts.ObjectBytes(type));
            if (type.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal))
            {
                string captured = string.Join(", ", type.Resolve().Fields.Select(f => f.Name));
                return new Construct(Rules.CapturingLambda, instruction, $"the object that holds {captured}", cost);
            }

            bool isPrimitive = type.Resolve() is { IsValueType: true } && !TypeFacts.IsStruct(type);
            return isPrimitive ? null : new Construct(Rules.NewObject, instruction, $"new {Naming.Short(type)}", cost);
        }

        public static Construct Array(Instruction instruction)
        {
            TypeReference element = (TypeReference)instruction.Operand;
            int? length = Operands.Constant(Operands.Before(instruction));
            string cost = length is { } n
                ? BodyCheck.Bytes(TypeFacts.ArrayBytes(element, n))
                : $"20 bytes and its elements: {TypeFacts.ArrayBytes(element, 8)} bytes for 8";
            Rule rule = FeedsParams(instruction, element) ? Rules.ParamsArray : Rules.NewArray;
            string shown = length?.ToString(CultureInfo.InvariantCulture) ?? "…";
            return new Construct(rule, instruction, $"new {Naming.Short(element)}[{shown}]", cost);
        }

        private static Construct Delegate(Instruction instruction, TypeReference type)
        {
            MethodReference? target = instruction.Previous?.Operand as MethodReference;
            string name = Naming.Short(type);
            if (target?.DeclaringType.Name == "<>c")
            {
                return new Construct(Rules.FirstUseLambda, instruction, name, $"{DelegateBytes} bytes, the first time");
            }

            bool isLambda = target?.Name.StartsWith('<') == true;
            return new Construct(
                isLambda ? Rules.CapturingLambda : Rules.NewDelegate,
                instruction,
                isLambda || target == null ? $"the delegate, a {name}" : $"new {name}({target.Name})",
                BodyCheck.Bytes(DelegateBytes));
        }

        /// <summary>
        /// True when the array goes into a call that declares it params. Between the two stand only the instructions
        /// that fill the array; anything that ends a statement ends the search.
        /// </summary>
        private static bool FeedsParams(Instruction newarr, TypeReference element)
        {
            for (Instruction? next = newarr.Next; next != null; next = next.Next)
            {
                if (next.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return
                    || Operands.StoresLocal(next) || next.OpCode.Code is Code.Stfld or Code.Stsfld or Code.Pop)
                {
                    return false;
                }

                if (next.Operand is MethodReference called
                    && called.Resolve()?.Parameters.LastOrDefault() is { ParameterType: ArrayType taken } last
                    && taken.ElementType.FullName == element.FullName
                    && Marks.Has(last, nameof(ParamArrayAttribute)))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
