using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>The names that the library and this generator agree on.</summary>
    internal static class Contract
    {
        public const string Namespace = "NanoExecutor";
        public const string LinearAttribute = "NanoExecutor.LinearAttribute";
        public const string AllocatesNothingAttribute = "NanoExecutor.AllocatesNothingAttribute";
        public const string AllocatesAttribute = "NanoExecutor.AllocatesAttribute";
        public const string ThrowHelperAttribute = "ThrowHelperAttribute";
        public const string Future = "NanoExecutor.Future";
        public const string Routine = "NanoExecutor.Routine";
        public const string Obsolete = "System.ObsoleteAttribute";
        public const string Waker = "NanoExecutor.Waker";
        public const string Executor = "NanoExecutor.Executor";
        public const string InputPin = "NanoExecutor.InputPin";
        public const string BlocksAttribute = "NanoExecutor.BlocksAttribute";
        public const string Errors = "global::NanoExecutor.RoutineErrors";
        public const string IsPending = "global::NanoExecutor.RoutineAwait.IsPending";
        public const string PollType = "global::NanoExecutor.Poll";

        public const string Await = "Await";
        public const string Start = "Start";
        public const string Result = "Result";
        public const string Poll = "Poll";
        public const string Cancel = "Cancel";
        public const string Detach = "Detach";
        public const string Describe = "Describe";

        /// <summary>Whether the type is called that, with its namespace.</summary>
        public static bool Is(this ITypeSymbol? type, string fullName)
        {
            // The name alone decides almost always, without making a string.
            return type is INamedTypeSymbol named && fullName.EndsWith(named.Name, System.StringComparison.Ordinal)
                && !named.IsGenericType && named.ToDisplayString() == fullName;
        }

        /// <summary>Whether the type is that class or derives from it.</summary>
        public static bool DerivesFrom(this ITypeSymbol? type, string fullName)
        {
            for (ITypeSymbol? at = type; at != null; at = at.BaseType)
            {
                if (at.Is(fullName))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Whether the symbol carries that attribute.</summary>
        public static bool Has(this ISymbol symbol, string attribute)
        {
            foreach (AttributeData data in symbol.GetAttributes())
            {
                if (data.AttributeClass.Is(attribute))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Whether the method, or a class around it, is marked [ThrowHelper]: the library's mark or one of that name.</summary>
        public static bool IsThrowHelper(this IMethodSymbol method)
        {
            for (ISymbol? at = method; at != null; at = at.ContainingType)
            {
                foreach (AttributeData data in at.GetAttributes())
                {
                    if (data.AttributeClass?.Name == ThrowHelperAttribute)
                    {
                        return true;
                    }
                }
            }

            return false;
        }

        /// <summary>The public property or field Result of a future, its own or inherited; null if it yields no value.</summary>
        public static ITypeSymbol? ResultOf(ITypeSymbol? future)
        {
            for (ITypeSymbol? at = future; at != null; at = at.BaseType)
            {
                foreach (ISymbol member in at.GetMembers(Result))
                {
                    if (member.DeclaredAccessibility != Accessibility.Public)
                    {
                        continue;
                    }

                    if (member.IsStatic)
                    {
                        return null;
                    }

                    if (member is IFieldSymbol field)
                    {
                        return field.Type;
                    }

                    if (member is IPropertySymbol { GetMethod: { DeclaredAccessibility: Accessibility.Public } } property)
                    {
                        return property.Type;
                    }
                }
            }

            return null;
        }

        /// <summary>
        /// Whether a value of the type is an object on the heap of nanoCLR although C# calls it a value: every struct but the
        /// primitives, enums, DateTime and TimeSpan.
        /// </summary>
        public static bool IsHeapStruct(this ITypeSymbol? type)
        {
            if (type is not INamedTypeSymbol { IsValueType: true } || type.TypeKind == TypeKind.Enum)
            {
                return false;
            }

            switch (type.SpecialType)
            {
                case SpecialType.System_Void:
                case SpecialType.System_Boolean:
                case SpecialType.System_Char:
                case SpecialType.System_SByte:
                case SpecialType.System_Byte:
                case SpecialType.System_Int16:
                case SpecialType.System_UInt16:
                case SpecialType.System_Int32:
                case SpecialType.System_UInt32:
                case SpecialType.System_Int64:
                case SpecialType.System_UInt64:
                case SpecialType.System_Single:
                case SpecialType.System_Double:
                case SpecialType.System_IntPtr:
                case SpecialType.System_UIntPtr:
                case SpecialType.System_DateTime:
                    return false;
                default:
                    return !type.Is("System.TimeSpan");
            }
        }
    }
}
