using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Cuts a method into runs: the longest rows of statements in one list that hold no Await. A run is copied as it stands;
    /// a local that is used in one run only stays a local there, with its name.
    /// </summary>
    internal static class Placement
    {
        /// <summary>Whether a local, and all that are declared together with it, are used in one run only.</summary>
        public static bool StaysLocal(Body body, SyntaxNode declaration)
        {
            return Together(declaration).All(one => body.Model.GetDeclaredSymbol(one) is ISymbol symbol && IsInner(body, symbol));
        }

        /// <summary>Whether a local is declared and used in one run.</summary>
        public static bool IsInner(Body body, ISymbol symbol)
        {
            if (!body.Declarations.TryGetValue(symbol, out SyntaxNode? declaration))
            {
                return false;
            }

            return (ScopeInExpression(declaration) is SyntaxNode scope && Holds(scope.Span, body.Uses[symbol]))
                || (RunAround(body, declaration) is TextSpan run && Holds(run, body.Uses[symbol]));
        }

        /// <summary>The run that a node stands in; null if it is lowered.</summary>
        public static TextSpan? RunAround(Body body, SyntaxNode node)
        {
            SyntaxNode? largest = null;
            for (SyntaxNode? at = node; at != null && at != body.Root.Parent; at = at.Parent)
            {
                if (at is StatementSyntax or CatchClauseSyntax && !body.ContainsAwait(at))
                {
                    largest = at;
                }
            }

            if (largest == null)
            {
                return null;
            }

            if (largest is not StatementSyntax statement || ListOf(statement) is not SyntaxList<StatementSyntax> list)
            {
                return largest.Span;
            }

            int index = list.IndexOf(statement);
            return EndsRun(body, list, index) ? null : RunIn(body, list, index);
        }

        /// <summary>
        /// Whether a statement is lowered: it awaits, or it is a using declaration before one that does, and so has a try around
        /// all that follows.
        /// </summary>
        public static bool EndsRun(Body body, SyntaxList<StatementSyntax> list, int index)
        {
            return body.ContainsAwait(list[index])
                || (IsUsingDeclaration(list[index]) && list.Skip(index + 1).Any(later => body.ContainsAwait(later)));
        }

        public static bool IsUsingDeclaration(StatementSyntax statement)
        {
            return statement is LocalDeclarationStatementSyntax local && !local.UsingKeyword.IsKind(SyntaxKind.None);
        }

        /// <summary>The list that a statement stands in, if it stands in one.</summary>
        public static SyntaxList<StatementSyntax>? ListOf(StatementSyntax statement)
        {
            return statement.Parent switch
            {
                BlockSyntax block => block.Statements,
                SwitchSectionSyntax section => section.Statements,
                _ => null,
            };
        }

        /// <summary>Whether a goto and what it leads to are copied together.</summary>
        public static bool StaysInRun(Body body, GotoStatementSyntax jump)
        {
            if (!jump.IsKind(SyntaxKind.GotoStatement))
            {
                return !body.ContainsAwait(jump.FirstAncestorOrSelf<SwitchStatementSyntax>());
            }

            return LabelOf(body, jump) is LabeledStatementSyntax label && RunAround(body, jump) is TextSpan run
                && run.Equals(RunAround(body, label));
        }

        /// <summary>Where a goto leads to; null if there is no such label.</summary>
        public static LabeledStatementSyntax? LabelOf(Body body, GotoStatementSyntax jump)
        {
            return jump.Expression == null ? null
                : body.Model.GetSymbolInfo(jump.Expression).Symbol?.DeclaringSyntaxReferences
                    .Select(reference => reference.GetSyntax()).OfType<LabeledStatementSyntax>().FirstOrDefault();
        }

        // int a = 1, b = 2; is one statement, and so is var (a, b) = c; so all become variables or none.
        private static IEnumerable<SyntaxNode> Together(SyntaxNode declaration)
        {
            if (declaration.Parent is VariableDeclarationSyntax several)
            {
                return several.Variables;
            }

            AssignmentExpressionSyntax? assignment = VariableForm.Deconstruction(declaration);
            return assignment == null
                ? new[] { declaration }
                : assignment.Left.DescendantNodes().OfType<SingleVariableDesignationSyntax>();
        }

        // A part of an expression that nothing declared in it can be seen outside of.
        private static SyntaxNode? ScopeInExpression(SyntaxNode declaration)
        {
            return declaration.Ancestors().TakeWhile(node => node is not StatementSyntax).FirstOrDefault(
                node => node is SwitchExpressionArmSyntax or SwitchLabelSyntax || Body.IsQueryPart(node));
        }

        private static bool Holds(TextSpan run, List<SimpleNameSyntax> uses)
        {
            foreach (SimpleNameSyntax use in uses)
            {
                if (!run.Contains(use.Span))
                {
                    return false;
                }
            }

            return true;
        }

        private static TextSpan RunIn(Body body, SyntaxList<StatementSyntax> list, int index)
        {
            int first = index;
            while (first > 0 && !EndsRun(body, list, first - 1))
            {
                first--;
            }

            int last = index;
            while (last + 1 < list.Count && !EndsRun(body, list, last + 1))
            {
                last++;
            }

            return TextSpan.FromBounds(list[first].SpanStart, list[last].Span.End);
        }
    }
}
