using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Warns about a loop in a [Linear] method that can go round without an Await and that does nothing to end: one for ever, or
    /// one whose condition only somebody else changes. A loop that counts or takes from a queue is none.
    /// </summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    public sealed class LoopAnalyzer : DiagnosticAnalyzer
    {
        /// <inheritdoc/>
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(TaskRules.Spinning);

        /// <inheritdoc/>
        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(Check, SyntaxKind.MethodDeclaration);
        }

        private static void Check(SyntaxNodeAnalysisContext context)
        {
            MethodDeclarationSyntax method = (MethodDeclarationSyntax)context.Node;
            bool hasLoop = method.DescendantNodes().Any(IsLoop);
            if (!hasLoop || context.ContainingSymbol is not IMethodSymbol symbol || !symbol.Has(Contract.LinearAttribute))
            {
                return;
            }

            foreach (StatementSyntax loop in Body.OwnNodes(method).Where(IsLoop).Cast<StatementSyntax>())
            {
                if (new LoopWalk(loop, context.SemanticModel).Spins())
                {
                    context.ReportDiagnostic(Diagnostic.Create(TaskRules.Spinning, loop.GetFirstToken().GetLocation()));
                }
            }
        }

        // An array ends, and so does what foreach goes through.
        private static bool IsLoop(SyntaxNode node)
        {
            return node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax;
        }
    }
}
