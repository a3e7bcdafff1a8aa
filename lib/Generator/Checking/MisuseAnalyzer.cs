using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
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
