using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
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
}
