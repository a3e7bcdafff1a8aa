using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

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

    /// <summary>Says where linear code is used as if it were ordinary code: Await outside a [Linear] method, a call of one.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    public sealed class MisuseAnalyzer : DiagnosticAnalyzer
    {
        /// <inheritdoc/>
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            ImmutableArray.Create(Refusals.AwaitOutside, Refusals.LinearCalled);

        /// <inheritdoc/>
        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(
                operation => Check(operation, ((IInvocationOperation)operation.Operation).TargetMethod), OperationKind.Invocation);
            context.RegisterOperationAction(
                operation => Check(operation, ((IMethodReferenceOperation)operation.Operation).Method), OperationKind.MethodReference);
        }

        private static void Check(OperationAnalysisContext context, IMethodSymbol target)
        {
            bool isReference = context.Operation is IMethodReferenceOperation;
            if (AwaitCall.IsMarker(target) && (isReference || !context.ContainingSymbol.Has(Contract.LinearAttribute)))
            {
                Report(context, Refusals.AwaitOutside, context.ContainingSymbol.Name);
            }
            else if (target.Has(Contract.LinearAttribute))
            {
                Report(context, Refusals.LinearCalled, target.Name);
            }
        }

        private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, string name)
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), name));
        }
    }
}
