using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// How types are named in generated code: from the root, so that no name of the user's, whether a namespace, a type, a
    /// member or a local, can come between.
    /// </summary>
    internal sealed class TypeNames
    {
        private const string Root = "global";

        private readonly Dictionary<AssemblyIdentity, string> _aliases = new Dictionary<AssemblyIdentity, string>();

        public TypeNames(Compilation compilation)
        {
            foreach (MetadataReference reference in compilation.References)
            {
                if (!reference.Properties.Aliases.IsDefaultOrEmpty && !reference.Properties.Aliases.Contains(Root)
                    && compilation.GetAssemblyOrModuleSymbol(reference) is IAssemblySymbol assembly)
                {
                    _aliases[assembly.Identity] = reference.Properties.Aliases[0];
                }
            }
        }

        /// <summary>The extern aliases of assemblies that have no name without one.</summary>
        public IEnumerable<string> Aliases => _aliases.Values.Distinct();

        public string Of(ITypeSymbol type)
        {
            ITypeSymbol plain = type.WithNullableAnnotation(NullableAnnotation.None);
            if (_aliases.Count == 0)
            {
                return plain.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
            }

            System.Collections.Immutable.ImmutableArray<SymbolDisplayPart> parts =
                plain.ToDisplayParts(SymbolDisplayFormat.FullyQualifiedFormat);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.Length; i++)
            {
                text.Append(parts[i].ToString() == Root ? RootOf(parts.Skip(i + 1)) : parts[i].ToString());
            }

            return text.ToString();
        }

        // A root is followed by the namespaces of a type and the type.
        private string RootOf(IEnumerable<SymbolDisplayPart> following)
        {
            INamedTypeSymbol? type = following.Select(part => part.Symbol).OfType<INamedTypeSymbol>().FirstOrDefault();
            return type != null && _aliases.TryGetValue(type.ContainingAssembly.Identity, out string? alias) ? alias : Root;
        }

        /// <summary>Whether a generated file can name the type; if not, what it is.</summary>
        public static string? Unnamed(ITypeSymbol type)
        {
            switch (type)
            {
                case IArrayTypeSymbol array:
                    return Unnamed(array.ElementType);
                case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                    return "a pointer";
                case INamedTypeSymbol { IsAnonymousType: true }:
                    return "of a type without a name";
                case INamedTypeSymbol named:
                    return FileTypes.Is(named)
                        ? "of '" + named.Name + "', which only its own file sees"
                        : named.TypeArguments.Select(Unnamed).FirstOrDefault(what => what != null)
                            ?? (named.ContainingType == null ? null : Unnamed(named.ContainingType));
                default:
                    return null;
            }
        }
    }
}
