using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Warns about what blocks in a [Linear] method or in an override of Poll, Cancel or Detach, and in the methods of the same
    /// class that one of these calls. tests/AllocationProof follows the calls further.
    /// </summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    public sealed class BlockingAnalyzer : DiagnosticAnalyzer
    {
        /// <inheritdoc/>
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            ImmutableArray.Create(TaskRules.Blocking, TaskRules.SharedLock);

        /// <inheritdoc/>
        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolStartAction(Begin, SymbolKind.NamedType);
        }

        private static void Begin(SymbolStartAnalysisContext context)
        {
            INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
            if (!type.DerivesFrom(Contract.Future))
            {
                return;
            }

            BlockingCalls calls = new BlockingCalls(type);
            context.RegisterOperationAction(
                operation => calls.Call(operation.Operation, ((IInvocationOperation)operation.Operation).TargetMethod, operation.ContainingSymbol),
                OperationKind.Invocation);
            context.RegisterOperationAction(
                operation => calls.Read((IPropertyReferenceOperation)operation.Operation, operation.ContainingSymbol),
                OperationKind.PropertyReference);
            context.RegisterOperationAction(
                operation => calls.Lock((ILockOperation)operation.Operation, operation.ContainingSymbol), OperationKind.Lock);
            context.RegisterSymbolEndAction(end => calls.Report(end.ReportDiagnostic));
        }
    }
}
