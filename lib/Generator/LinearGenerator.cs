using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Completes every class that has a [Linear] method: the method becomes its Poll. README.md says what is accepted.
    /// </summary>
    /// <remarks>
    /// Routines see each other: one may await another, whose Start and Result are generated too. So all of them are bound
    /// together, and the results are compared by value, so that only what changed is compiled again.
    /// </remarks>
    [Generator(LanguageNames.CSharp)]
    public sealed class LinearGenerator : IIncrementalGenerator
    {
        /// <inheritdoc/>
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            IncrementalValuesProvider<MethodDeclarationSyntax> methods = context.SyntaxProvider.ForAttributeWithMetadataName(
                Contract.LinearAttribute,
                (node, _) => node is MethodDeclarationSyntax,
                (found, _) => (MethodDeclarationSyntax)found.TargetNode);
            IncrementalValuesProvider<Output> outputs = methods.Collect().Combine(context.CompilationProvider).SelectMany(
                (pair, cancel) => pair.Left.IsEmpty
                    ? ImmutableArray<Output>.Empty
                    : Translator.Translate(pair.Left, pair.Right, cancel));
            context.RegisterSourceOutput(outputs, (target, output) => output.AddTo(target));

            // What gets no Poll is said here and not by an analyzer: those do not run once the compiler misses a Poll.
            IncrementalValuesProvider<Finding?> others = context.SyntaxProvider.ForAttributeWithMetadataName(
                Contract.LinearAttribute,
                (node, _) => node is not MethodDeclarationSyntax,
                (found, _) => Unlowered.NotAMethod(found.TargetNode));
            IncrementalValuesProvider<Finding?> empty = context.SyntaxProvider.CreateSyntaxProvider(
                (node, _) => node is ClassDeclarationSyntax { BaseList: not null },
                (found, cancel) => Unlowered.NoLinear((ClassDeclarationSyntax)found.Node, found.SemanticModel, cancel));
            context.RegisterSourceOutput(others.Where(found => found != null), Report);
            context.RegisterSourceOutput(empty.Where(found => found != null), Report);
        }

        private static void Report(SourceProductionContext target, Finding? finding)
        {
            target.ReportDiagnostic(finding!.ToDiagnostic());
        }
    }
}
