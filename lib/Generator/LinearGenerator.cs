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
        }
    }
}
