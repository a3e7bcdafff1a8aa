using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Types with the modifier file, which the Roslyn that this is compiled with does not know yet; the one that runs it does.
    /// </summary>
    internal static class FileTypes
    {
        private const string Modifier = "file";

        public static bool Is(INamedTypeSymbol type)
        {
            for (INamedTypeSymbol? at = type; at != null; at = at.ContainingType)
            {
                if (at.DeclaringSyntaxReferences.Any(reference => Has(reference.GetSyntax())))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Whether a type is made of one.</summary>
        public static bool IsIn(ITypeSymbol type)
        {
            return type switch
            {
                IArrayTypeSymbol array => IsIn(array.ElementType),
                INamedTypeSymbol named => Is(named) || named.TypeArguments.Any(IsIn),
                _ => false,
            };
        }

        private static bool Has(SyntaxNode declaration)
        {
            return declaration is MemberDeclarationSyntax member && member.Modifiers.Any(modifier => modifier.Text == Modifier);
        }

        /// <summary>Whether a file declares one: no other can name it.</summary>
        public static bool IsAnyIn(SyntaxTree tree)
        {
            return Types(tree.GetRoot()).Any(Has);
        }

        private static IEnumerable<SyntaxNode> Types(SyntaxNode root)
        {
            return root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax);
        }
    }
}
