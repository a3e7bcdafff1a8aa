using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Warns about what allocates on nanoCLR, in [Linear] methods and in everything marked [AllocatesNothing]. It sees the code
    /// of one member; tests/AllocationProof follows the calls.
    /// </summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    public sealed class AllocationAnalyzer : DiagnosticAnalyzer
    {
        /// <inheritdoc/>
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => AllocationRules.All;

        /// <inheritdoc/>
        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            // What is generated is made of the user's lines, which are looked at where they stand.
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationBlockAction(Check);
        }

        private static void Check(OperationBlockAnalysisContext context)
        {
            if (context.OwningSymbol is not IMethodSymbol method)
            {
                return;
            }

            bool isLinear = method.Has(Contract.LinearAttribute);
            if (method.IsThrowHelper() || (!isLinear && !Promises(method)))
            {
                return;
            }

            AllocationWalker walker = new AllocationWalker(context.ReportDiagnostic, isLinear);
            walker.Signature(method);
            foreach (IOperation block in context.OperationBlocks)
            {
                // Attributes and default values are not run here. Only newer compilers give attributes.
                if (block.Syntax is not AttributeSyntax && block is not IParameterInitializerOperation)
                {
                    walker.Visit(block);
                }
            }
        }

        private static bool Promises(IMethodSymbol method)
        {
            for (IMethodSymbol? at = method; at != null; at = at.OverriddenMethod)
            {
                if (at.Has(Contract.AllocatesNothingAttribute)
                    || (at.AssociatedSymbol != null && at.AssociatedSymbol.Has(Contract.AllocatesNothingAttribute)))
                {
                    return true;
                }
            }

            bool isConstructor = method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor;
            return !isConstructor && method.ContainingType.Has(Contract.AllocatesNothingAttribute);
        }
    }
}
