using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// Makes of a linear program the same with async: a [Linear] method becomes an async one, Await(x) becomes await x, and Start
    /// gives something to await.
    /// </summary>
    /// <remarks>
    /// The one addition: a cancellation is an exception there, and only finally blocks may see it. So every catch clause of a
    /// try block that awaits gets the condition that no cancellation has begun since the try was entered, and that this
    /// exception is not it. That is also the rule for routines: the catch blocks around the Await that is cancelled do not run;
    /// those of a try that a finally block enters afterwards do.
    /// </remarks>
    internal sealed class AsyncRewriter : CSharpSyntaxRewriter
    {
        private int _names;

        public static SyntaxTree Rewrite(SyntaxTree tree)
        {
            return Workbench.Parse(new AsyncRewriter().Visit(tree.GetRoot()).ToFullString(), tree.FilePath);
        }

        public override SyntaxNode? VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            MethodDeclarationSyntax? linear = node.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(IsLinear);
            ClassDeclarationSyntax rewritten = (ClassDeclarationSyntax)base.VisitClassDeclaration(node)!;
            if (linear == null)
            {
                return rewritten;
            }

            bool isVoid = linear.ReturnType.ToString() == "void";
            string deferred = isVoid ? "Deferred" : $"Deferred<{linear.ReturnType}>";
            string arguments = string.Join(", ", linear.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text));
            MemberDeclarationSyntax start = SyntaxFactory.ParseMemberDeclaration(
                $"public {deferred} Start{linear.ParameterList} => new {deferred}(s, () => {linear.Identifier}({arguments}));\n")!;
            return rewritten
                .WithBaseList(SyntaxFactory.BaseList(
                    SyntaxFactory.SingletonSeparatedList<BaseTypeSyntax>(SyntaxFactory.SimpleBaseType(SyntaxFactory.ParseTypeName("AsyncRoutine ")))))
                .AddMembers(start);
        }

        public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            MethodDeclarationSyntax rewritten = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
            if (!IsLinear(node))
            {
                return rewritten;
            }

            bool isVoid = node.ReturnType.ToString() == "void";
            string task = "System.Threading.Tasks.Task" + (isVoid ? " " : $"<{node.ReturnType}> ");
            return rewritten
                .WithAttributeLists(default)
                .WithModifiers(SyntaxFactory.TokenList(Word(SyntaxKind.PrivateKeyword), Word(SyntaxKind.AsyncKeyword)))
                .WithReturnType(SyntaxFactory.ParseTypeName(task));
        }

        public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
        {
            if (!IsAwait(node))
            {
                return base.VisitInvocationExpression(node);
            }

            ExpressionSyntax awaited = (ExpressionSyntax)Visit(node.ArgumentList.Arguments[0].Expression);
            return SyntaxFactory.AwaitExpression(
                Word(SyntaxKind.AwaitKeyword), SyntaxFactory.ParenthesizedExpression(awaited)).WithTriviaFrom(node);
        }

        public override SyntaxNode? VisitTryStatement(TryStatementSyntax node)
        {
            string number = (++_names).ToString(System.Globalization.CultureInfo.InvariantCulture);
            TryStatementSyntax rewritten = (TryStatementSyntax)base.VisitTryStatement(node)!;
            if (node.Catches.Count == 0 || !node.Block.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(IsAwait))
            {
                return rewritten;
            }

            string catches = string.Concat(rewritten.Catches.Select(clause => WithCondition(clause, number)));
            return SyntaxFactory.ParseStatement(
                $"{{ bool entered{number} = s.Cancelling; try {rewritten.Block} {catches} {rewritten.Finally} }}\n");
        }

        private static SyntaxToken Word(SyntaxKind kind)
        {
            return SyntaxFactory.Token(
                SyntaxFactory.TriviaList(SyntaxFactory.Space), kind, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        }

        private static string WithCondition(CatchClauseSyntax clause, string number)
        {
            string type = clause.Declaration?.Type.ToString() ?? "Exception";
            string name = clause.Declaration?.Identifier.Text is { Length: > 0 } own ? own : "thrown" + number;
            string users = clause.Filter == null ? string.Empty : $" && ({clause.Filter.FilterExpression})";
            return $"catch ({type} {name}) when (s.Cancelling == entered{number} && !((object){name} is Cancelled){users}) {clause.Block}";
        }

        private static bool IsAwait(InvocationExpressionSyntax node)
        {
            return node.Expression is IdentifierNameSyntax { Identifier.ValueText: "Await" };
        }

        internal static bool IsLinear(MethodDeclarationSyntax node)
        {
            return node.AttributeLists.ToString().Contains("Linear", StringComparison.Ordinal);
        }
    }

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
