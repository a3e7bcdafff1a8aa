using System.Globalization;
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

    /// <summary>Types that nanoCLR cannot take, found inside the types they are part of.</summary>
    internal static class TypeShape
    {
        public static (Rule Rule, string Detail)? Refused(TypeReference type)
        {
            return type switch
            {
                GenericInstanceType or GenericParameter => (Refusals.Generics, Naming.Short(type)),
                ArrayType { Rank: > 1 } => (Refusals.MultiDimensional, Naming.Short(type)),
                PointerType => (Refusals.Pointer, Naming.Short(type)),
                PinnedType => (Refusals.Pointer, "fixed"),
                FunctionPointerType => (Refusals.FunctionPointer, "delegate*"),
                RequiredModifierType modified => (Refusals.Modifier, modified.ModifierType.Name),
                TypeSpecification whole => Refused(whole.ElementType),
                _ => null,
            };
        }

        /// <summary>The types that an instruction names.</summary>
        public static IEnumerable<TypeReference> OfOperand(Instruction instruction)
        {
            return instruction.Operand switch
            {
                GenericInstanceMethod method => method.GenericArguments.Concat(OfMethod(method.ElementMethod)),
                MethodReference { HasGenericParameters: true } method =>
                    method.GenericParameters.Concat(OfMethod(method)),
                MethodReference method => OfMethod(method),
                FieldReference field => [field.DeclaringType, field.FieldType],
                TypeReference type => [type],
                _ => [],
            };
        }

        private static IEnumerable<TypeReference> OfMethod(MethodReference method)
        {
            return [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)];
        }
    }

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
