using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoExecutor.AllocationProof.Costs;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.Checks
{
    /// <summary>
    /// What compiles and then fails on the device, in every type and method of an assembly, whether a root reaches it
    /// or not: such code can keep the whole assembly from loading.
    /// </summary>
    internal static class RefusedCheck
    {
        /// <summary>What the IL of one assembly may take on nanoCLR.</summary>
        public const int MaxIl = 64 * 1024;

        public static IEnumerable<Finding> Look(AssemblyDefinition assembly)
        {
            int il = IlOf(assembly);
            if (il > MaxIl)
            {
                yield return Declared(
                    Refusals.TooLong, assembly.Name.Name, $"{il} bytes of IL, {MaxIl} at the most");
            }

            foreach (TypeDefinition type in assembly.MainModule.GetTypes())
            {
                foreach (Finding finding in LookAt(type).Concat(type.Methods.SelectMany(LookAt)))
                {
                    yield return finding;
                }
            }
        }

        public static int IlOf(AssemblyDefinition assembly)
        {
            return assembly.MainModule.GetTypes()
                .SelectMany(t => t.Methods)
                .Where(m => m.HasBody)
                .Sum(m => m.Body.CodeSize);
        }

        /// <summary>A finding in a declaration: symbols know lines of code only.</summary>
        private static Finding Declared(Rule rule, string member, string detail)
        {
            return new Finding(rule, member, Place.Unknown, detail, "", null);
        }

        private static IEnumerable<Finding> LookAt(TypeDefinition type)
        {
            string name = Naming.Short(type, withNamespace: true);
            if (type.HasGenericParameters)
            {
                yield return Declared(Refusals.Generics, name, type.Name);
            }

            IEnumerable<TypeReference?> parents = type.Interfaces.Select(i => i.InterfaceType).Prepend(type.BaseType);
            foreach (TypeReference parent in parents.OfType<TypeReference>())
            {
                if (TypeShape.Refused(parent) is { } refused)
                {
                    yield return Declared(refused.Rule, name, $"derives from {refused.Detail}");
                }
            }

            foreach (FieldDefinition field in type.Fields)
            {
                if (TypeShape.Refused(field.FieldType) is { } refused)
                {
                    yield return Declared(refused.Rule, Naming.Field(field), refused.Detail);
                }

                if (type.IsExplicitLayout && !field.IsStatic)
                {
                    yield return Declared(Refusals.FieldOffset, Naming.Field(field), $"at {field.Offset}");
                }

                if (Marks.Has(field, nameof(ThreadStaticAttribute)))
                {
                    yield return Declared(Refusals.ThreadStatic, Naming.Field(field), "the field");
                }
            }
        }

        private static IEnumerable<Finding> LookAt(MethodDefinition method)
        {
            return Constructs(method).Distinct().Select(c => new Finding(
                c.Rule, Naming.Full(method), Place.Of(method, c.Site), c.Detail, c.Cost, null));
        }

        private static IEnumerable<Construct> Constructs(MethodDefinition method)
        {
            if (method.HasGenericParameters)
            {
                yield return new Construct(Refusals.Generics, null, Naming.Member(method), "");
            }

            if (method.DeclaringType.IsInterface && method.HasBody)
            {
                yield return new Construct(Refusals.DefaultMember, null, Naming.Member(method), "");
            }

            foreach (Construct refused in Shapes(SignatureTypes(method), null))
            {
                yield return refused;
            }

            if (!method.HasBody)
            {
                yield break;
            }

            foreach (Construct refused in Shapes(method.Body.Variables.Select(v => v.VariableType), null))
            {
                yield return refused;
            }

            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (OpcodeCheck.Refused(instruction) is { } rule)
                {
                    yield return new Construct(rule, instruction, instruction.OpCode.Name, "");
                }

                foreach (Construct refused in Shapes(TypeShape.OfOperand(instruction), instruction))
                {
                    yield return refused;
                }
            }
        }

        private static IEnumerable<TypeReference> SignatureTypes(MethodReference method)
        {
            return method.Parameters.Select(p => p.ParameterType).Prepend(method.ReturnType);
        }

        private static IEnumerable<Construct> Shapes(IEnumerable<TypeReference> types, Instruction? site)
        {
            foreach (TypeReference type in types)
            {
                if (TypeShape.Refused(type) is { } refused)
                {
                    yield return new Construct(refused.Rule, site, refused.Detail, "");
                }
            }
        }
    }

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
