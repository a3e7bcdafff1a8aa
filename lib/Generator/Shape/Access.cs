using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>How visible a generated member may be, so that no type in it is less visible than the member.</summary>
    internal static class Access
    {
        private const int Everywhere = 2;
        private const int InAssembly = 1;
        private const int InClass = 0;

        public static string For(INamedTypeSymbol owner, IEnumerable<ITypeSymbol> types)
        {
            int least = Everywhere;
            foreach (ITypeSymbol type in types)
            {
                least = Math.Min(least, Of(type));
            }

            return least >= Of(owner) ? "public" : least >= InAssembly ? "internal" : "private";
        }

        private static int Of(ITypeSymbol type)
        {
            if (type is IArrayTypeSymbol array)
            {
                return Of(array.ElementType);
            }

            int least = Everywhere;
            for (ITypeSymbol? at = type; at != null; at = at.ContainingType)
            {
                int access = at.DeclaredAccessibility switch
                {
                    Accessibility.Public or Accessibility.NotApplicable => Everywhere,
                    Accessibility.Internal or Accessibility.ProtectedOrInternal => InAssembly,
                    _ => InClass,
                };
                least = Math.Min(least, access);
            }

            return least;
        }
    }
}
