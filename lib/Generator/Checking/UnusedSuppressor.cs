using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NanoExecutor.Generator
{
    /// <summary>A [Linear] method is private and nobody calls it, as it should be; the IDE need not say so.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    public sealed class UnusedSuppressor : DiagnosticSuppressor
    {
        private static readonly SuppressionDescriptor s_unused = new SuppressionDescriptor(
            "NEX900", "IDE0051", "A [Linear] method becomes the Poll of its class");

        /// <inheritdoc/>
        public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = ImmutableArray.Create(s_unused);

        /// <inheritdoc/>
        public override void ReportSuppressions(SuppressionAnalysisContext context)
        {
            foreach (Diagnostic diagnostic in context.ReportedDiagnostics)
            {
                SyntaxNode? node = diagnostic.Location.SourceTree?.GetRoot(context.CancellationToken).FindNode(
                    diagnostic.Location.SourceSpan);
                MethodDeclarationSyntax? method = node?.FirstAncestorOrSelf<MethodDeclarationSyntax>();
                if (method != null && context.GetSemanticModel(method.SyntaxTree).GetDeclaredSymbol(method, context.CancellationToken)
                    is IMethodSymbol symbol && symbol.Has(Contract.LinearAttribute))
                {
                    context.ReportSuppression(Suppression.Create(s_unused, diagnostic));
                }
            }
        }
    }
}
