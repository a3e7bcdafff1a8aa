using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>How visible a generated member may be, so that no type in it is less visible than the member.</summary>
    internal static class Access
    {
        public static string For(INamedTypeSymbol owner, IEnumerable<ITypeSymbol> types)
        {
            INamedTypeSymbol[] named = types.SelectMany(NamesIn).ToArray();
            return named.Any(type => IsHidden(type, owner)) ? "private"
                : named.Any(IsInternal) && !IsInternal(owner) && !AllOf(owner).Any(IsNested) ? "internal"
                : "public";
        }

        /// <summary>Every type that a type is made of, with those around them.</summary>
        private static IEnumerable<INamedTypeSymbol> NamesIn(ITypeSymbol type)
        {
            return type switch
            {
                IArrayTypeSymbol array => NamesIn(array.ElementType),
                IPointerTypeSymbol pointer => NamesIn(pointer.PointedAtType),
                INamedTypeSymbol named => AllOf(named).Concat(AllOf(named).SelectMany(at => at.TypeArguments).SelectMany(NamesIn)),
                _ => Enumerable.Empty<INamedTypeSymbol>(),
            };
        }

        private static IEnumerable<INamedTypeSymbol> AllOf(INamedTypeSymbol type)
        {
            for (INamedTypeSymbol? at = type; at != null; at = at.ContainingType)
            {
                yield return at;
            }
        }

        private static bool IsInternal(INamedTypeSymbol type)
        {
            return AllOf(type).Any(at => at.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedOrInternal);
        }

        private static bool IsNested(INamedTypeSymbol type)
        {
            return type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected
                or Accessibility.ProtectedAndInternal;
        }

        // A type inside a class is seen in that class only. So the owner has to be such a one too.
        private static bool IsHidden(INamedTypeSymbol type, INamedTypeSymbol owner)
        {
            return IsNested(type) && !AllOf(owner).Any(
                at => at.ContainingType != null
                    && (at.DeclaredAccessibility == Accessibility.Private || at.DeclaredAccessibility == type.DeclaredAccessibility)
                    && AllOf(at.ContainingType).Contains(type.ContainingType, SymbolEqualityComparer.Default));
        }
    }
}
