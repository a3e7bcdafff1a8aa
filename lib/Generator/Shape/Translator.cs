using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>From all [Linear] methods of a compilation to the files that complete their classes.</summary>
    /// <remarks>
    /// What an Await yields is known only when its argument is bound, and an argument may depend on what an earlier Await
    /// yielded. So the bodies are bound in rounds, each against the declarations that the last one asked for, until none is
    /// missing. Two rounds are usual; each but the last settles at least one Await.
    /// </remarks>
    internal static class Translator
    {
        public static ImmutableArray<Output> Translate(
            ImmutableArray<MethodDeclarationSyntax> methods, Compilation compilation, CancellationToken cancel)
        {
            List<RoutineShape> shapes = Shapes(methods, compilation, cancel);
            List<Surface> surfaces = shapes.Where(shape => shape.HasSurface).Select(shape => new Surface(shape)).ToList();
            Dictionary<Surface, SemanticModel> models = Bind(surfaces, compilation, cancel);
            HintNames names = new HintNames();
            List<Draft> drafts = new List<Draft>();
            foreach (RoutineShape shape in shapes)
            {
                Surface? surface = surfaces.FirstOrDefault(item => item.Shape == shape);
                string name = names.For(shape.Class);
                drafts.Add(surface == null ? new Draft(name, shape) : Draft.Of(name, surface, models[surface], cancel));
            }

            Draft.Verify(drafts, compilation, cancel);
            return drafts.Select(draft => draft.ToOutput()).ToImmutableArray();
        }

        private static List<RoutineShape> Shapes(
            ImmutableArray<MethodDeclarationSyntax> methods, Compilation compilation, CancellationToken cancel)
        {
            TypeNames types = new TypeNames(compilation);
            List<RoutineShape> shapes = new List<RoutineShape>();
            foreach (MethodDeclarationSyntax method in methods)
            {
                SemanticModel model = compilation.GetSemanticModel(method.SyntaxTree);
                if (model.GetDeclaredSymbol(method, cancel) is IMethodSymbol symbol)
                {
                    shapes.Add(new RoutineShape(method, symbol, types));
                }
            }

            foreach (RoutineShape shape in shapes)
            {
                shape.Check(shapes);
            }

            return shapes;
        }

        // The models of the last round, in which the bodies are bound already.
        private static Dictionary<Surface, SemanticModel> Bind(
            List<Surface> surfaces, Compilation compilation, CancellationToken cancel)
        {
            Dictionary<Surface, SemanticModel> models = new Dictionary<Surface, SemanticModel>();
            if (surfaces.Count == 0)
            {
                return models;
            }

            Dictionary<Surface, SyntaxTree> trees = surfaces.ToDictionary(surface => surface, Parse);
            Compilation bound = compilation.AddSyntaxTrees(trees.Values);
            while (true)
            {
                Dictionary<SyntaxTree, SemanticModel> shared = new Dictionary<SyntaxTree, SemanticModel>();
                foreach (Surface surface in surfaces)
                {
                    models[surface] = ModelOf(surface.Shape.Syntax.SyntaxTree, bound, shared);
                }

                List<Surface> changed = surfaces.Where(surface => AddAwaits(surface, models[surface], cancel)).ToList();
                if (changed.Count == 0)
                {
                    return models;
                }

                bound = bound.RemoveSyntaxTrees(changed.Select(surface => trees[surface]));
                changed.ForEach(surface => trees[surface] = Parse(surface));
                bound = bound.AddSyntaxTrees(changed.Select(surface => trees[surface]));
            }
        }

        private static SemanticModel ModelOf(
            SyntaxTree tree, Compilation compilation, Dictionary<SyntaxTree, SemanticModel> shared)
        {
            if (!shared.TryGetValue(tree, out SemanticModel? model))
            {
                model = compilation.GetSemanticModel(tree);
                shared.Add(tree, model);
            }

            return model;
        }

        private static SyntaxTree Parse(Surface surface)
        {
            return CSharpSyntaxTree.ParseText(
                surface.Declarations(), (CSharpParseOptions)surface.Shape.Syntax.SyntaxTree.Options);
        }

        private static bool AddAwaits(Surface surface, SemanticModel model, CancellationToken cancel)
        {
            bool added = false;
            foreach (InvocationExpressionSyntax call in surface.Shape.Syntax.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (!AwaitCall.Looks(call))
                {
                    continue;
                }

                ITypeSymbol? future = model.GetTypeInfo(call.ArgumentList.Arguments[0].Expression, cancel).Type;
                if (future.DerivesFrom(Contract.Future) && Contract.ResultOf(future) is ITypeSymbol result
                    && result.TypeKind != TypeKind.Error)
                {
                    added |= surface.AddAwait(future!, result);
                }
            }

            return added;
        }
    }
}
