using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>Says where a Poll is expected of the generator that it does not write.</summary>
    internal static class Unlowered
    {
        /// <summary>For [Linear] where the compiler lets it stand and nothing is lowered.</summary>
        public static Finding? NotAMethod(SyntaxNode node)
        {
            (SyntaxToken at, string form) = node switch
            {
                LocalFunctionStatementSyntax function => (function.Identifier, "a local function"),
                AccessorDeclarationSyntax accessor => (accessor.Keyword, "an accessor"),
                AnonymousFunctionExpressionSyntax => (node.GetFirstToken(), "a lambda"),
                _ => (node.GetLastToken(), "no method with a name"),
            };
            return new Finding(Refusals.WrongForm, at.GetLocation(), at.ValueText, form);
        }

        /// <summary>For a Routine without a [Linear] method, which the compiler says misses Poll, and no more.</summary>
        public static Finding? NoLinear(ClassDeclarationSyntax syntax, SemanticModel model, CancellationToken cancel)
        {
            INamedTypeSymbol? type = model.GetDeclaredSymbol(syntax, cancel);
            if (type == null || type.IsAbstract || !type.DerivesFrom(Contract.Routine) || type.Is(Contract.Routine)
                || !IsFirstPart(syntax, type))
            {
                return null;
            }

            for (INamedTypeSymbol? at = type; at != null && !at.Is(Contract.Routine); at = at.BaseType)
            {
                bool hasPoll = at.GetMembers().OfType<IMethodSymbol>().Any(
                    member => member.Has(Contract.LinearAttribute) || (member.Name == Contract.Poll && member.IsOverride && !member.IsAbstract));
                if (hasPoll)
                {
                    return null;
                }
            }

            return new Finding(Refusals.NoLinear, syntax.Identifier.GetLocation(), type.Name);
        }

        // A class may name its base class in each of its parts.
        private static bool IsFirstPart(ClassDeclarationSyntax syntax, INamedTypeSymbol type)
        {
            return type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax())
                .OfType<ClassDeclarationSyntax>().First(part => part.BaseList != null) == syntax;
        }
    }
}
