using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.LinearProof
{
    /// <summary>Takes the [Linear] methods out of programs for which the rest of their classes is generated.</summary>
    internal sealed class BodyRemover : CSharpSyntaxRewriter
    {
        public static Compilation Remove(Compilation generated, IEnumerable<SyntaxTree> sources)
        {
            BodyRemover remover = new();
            SyntaxTree[] all = [.. sources];
            return generated
                .RemoveSyntaxTrees(all)
                .AddSyntaxTrees(all.Select(tree => tree.WithRootAndOptions(remover.Visit(tree.GetRoot()), tree.Options)));
        }

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            return AsyncRewriter.IsLinear(node) ? null : node;
        }
    }
}
