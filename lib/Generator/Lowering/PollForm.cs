using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// How the future of an Await is polled. A poll is Pending or Ready, and a future that throws is cancelled by whoever polled
    /// it; what is known to keep to that, or has nothing to be cancelled, is polled without the code that sees to it.
    /// </summary>
    internal enum PollForm
    {
        /// <summary>A class of the library, or a routine.</summary>
        Plain,

        /// <summary>A class whose fields are all numbers, text or wakers: its result is looked at.</summary>
        Checked,

        /// <summary>Any other: it may poll futures of its own, and throw while they stand in line.</summary>
        Guarded,
    }

    internal static class PollForms
    {
        public static PollForm Of(ITypeSymbol? type)
        {
            if (type is not INamedTypeSymbol { IsSealed: true } future)
            {
                return PollForm.Guarded;
            }

            if (IsOfLibrary(future) || IsRoutine(future))
            {
                return PollForm.Plain;
            }

            for (INamedTypeSymbol? at = future; at != null && !at.Is(Contract.Future); at = at.BaseType)
            {
                // The private fields of other assemblies may not be there to be seen.
                bool isSource = at.DeclaringSyntaxReferences.Length > 0;
                if (!isSource || !at.GetMembers().OfType<IFieldSymbol>().All(field => field.IsStatic || IsPlain(field.Type))
                    || !at.InstanceConstructors.All(HasPlainCaptures))
                {
                    return PollForm.Guarded;
                }
            }

            return PollForm.Checked;
        }

        private static bool IsOfLibrary(INamedTypeSymbol type)
        {
            INamedTypeSymbol? at = type;
            while (at != null && !at.Is(Contract.Future))
            {
                at = at.BaseType;
            }

            return at != null && SymbolEqualityComparer.Default.Equals(at.ContainingAssembly, type.ContainingAssembly)
                && type.ContainingNamespace.ToDisplayString() == Contract.Namespace;
        }

        private static bool IsRoutine(INamedTypeSymbol type)
        {
            return type.DerivesFrom(Contract.Routine)
                && type.GetMembers().Any(member => member is IMethodSymbol && member.Has(Contract.LinearAttribute));
        }

        // What a primary constructor keeps shows nowhere else.
        private static bool HasPlainCaptures(IMethodSymbol constructor)
        {
            bool isPrimary = constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax);
            return !isPrimary || constructor.Parameters.All(parameter => IsPlain(parameter.Type));
        }

        private static bool IsPlain(ITypeSymbol type)
        {
            if (type is IArrayTypeSymbol array)
            {
                return IsPlain(array.ElementType);
            }

            return type.TypeKind == TypeKind.Enum || type.Is(Contract.Waker)
                || (type.SpecialType >= SpecialType.System_Boolean && type.SpecialType <= SpecialType.System_String);
        }
    }
}
