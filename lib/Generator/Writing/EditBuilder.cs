using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>What has to change in the user's text when it is copied into Poll.</summary>
    internal sealed partial class EditBuilder
    {
        private readonly Lowerer _lowerer;
        private readonly SourceEdits _edits;
        private readonly Dictionary<TextSpan, string> _renamed = new Dictionary<TextSpan, string>();

        private EditBuilder(Lowerer lowerer)
        {
            _lowerer = lowerer;
            _edits = new SourceEdits(lowerer.Body.Root.SyntaxTree.GetText());
        }

        /// <param name="lowerer">A method that has been lowered.</param>
        /// <param name="keepMoved">Whether constants and local functions stay in the text, to be copied on their own.</param>
        public static SourceEdits Build(Lowerer lowerer, bool keepMoved)
        {
            EditBuilder builder = new EditBuilder(lowerer);
            builder.RenameInCatches();
            builder.RenameInCases();
            builder.Rename();
            builder.Declarations();
            builder.Jumps();
            builder.CallerInfos();
            builder.Directives();
            builder.Moved(keepMoved);
            return builder._edits;
        }

        private void RenameInCatches()
        {
            foreach (CatchOp op in _lowerer.Ops.OfType<CatchOp>())
            {
                ISymbol? symbol = op.Clause.Declaration == null ? null : _lowerer.Body.Model.GetDeclaredSymbol(op.Clause.Declaration);
                if (symbol != null && op.Clause.Filter != null)
                {
                    RenameWithin(op.Clause.Filter.Span, symbol, op.Name);
                }
            }

            foreach (CatchClauseSyntax clause in _lowerer.Uncatching.Keys.Where(clause => !_lowerer.Body.ContainsAwait(clause)))
            {
                string running = _lowerer.CatchCondition(clause)!;
                if (clause.Filter == null)
                {
                    _edits.Wrap(clause.Declaration?.Span ?? clause.CatchKeyword.Span, string.Empty, " when (" + running + ")");
                }
                else
                {
                    _edits.Wrap(clause.Filter.FilterExpression.Span, running + " && (", ")");
                }
            }
        }

        private void RenameInCases()
        {
            foreach (SingleVariableDesignationSyntax designation in Body.OwnNodes(_lowerer.Body.Root).OfType<SingleVariableDesignationSyntax>())
            {
                if (VariableForm.LabelOf(designation) is SwitchLabelSyntax label && Find(designation) is Variable variable)
                {
                    string name = _lowerer.PatternName(designation);
                    _edits.Replace(designation.Span, name);
                    RenameWithin(label.Span, variable.Symbol!, name);
                }
            }
        }

        private void RenameWithin(TextSpan part, ISymbol symbol, string name)
        {
            foreach (SimpleNameSyntax use in _lowerer.Body.Uses[symbol].Where(use => part.Contains(use.Span)))
            {
                _renamed[use.Span] = name;
            }
        }

        private void Rename()
        {
            foreach (KeyValuePair<ISymbol, List<SimpleNameSyntax>> pair in _lowerer.Body.Uses)
            {
                string? name = _lowerer.Variables.Find(pair.Key)?.Storage;
                if (name == null && !_lowerer.Variables.MovedOut.TryGetValue(pair.Key, out name))
                {
                    continue;
                }

                foreach (SimpleNameSyntax use in pair.Value)
                {
                    Rename(use, pair.Key.Name, _renamed.TryGetValue(use.Span, out string? special) ? special : name);
                }
            }
        }

        private void Rename(SimpleNameSyntax use, string was, string name)
        {
            InvocationExpressionSyntax? call = use.Parent?.Parent?.Parent as InvocationExpressionSyntax;
            if (call != null && call.Expression is IdentifierNameSyntax { Identifier: { ValueText: "nameof" } }
                && _lowerer.Body.Model.GetSymbolInfo(call).Symbol == null)
            {
                _edits.Replace(call.Span, "\"" + was + "\"");
            }
            else if (name != use.Identifier.Text)
            {
                _edits.Replace(use.Identifier.Span, InferredName(use, was) + name);
            }
        }

        // A tuple or an object without a class takes the name of its member from the variable.
        private static string InferredName(SimpleNameSyntax use, string was)
        {
            if (use.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null })
            {
                return NameTable.Escape(was) + " = ";
            }

            return use.Parent is ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } && !IsTarget(tuple)
                && !SyntaxFacts.IsReservedTupleElementName(was)
                && tuple.Arguments.Count(item => NameOf(item) == was) == 1
                ? NameTable.Escape(was) + ": "
                : string.Empty;
        }

        private static string? NameOf(ArgumentSyntax item)
        {
            return item.NameColon?.Name.Identifier.ValueText ?? SyntaxFacts.TryGetInferredMemberName(item.Expression);
        }

        private static bool IsTarget(TupleExpressionSyntax tuple)
        {
            SyntaxNode? outer = tuple.Ancestors().FirstOrDefault(node => node is not (ArgumentSyntax or TupleExpressionSyntax));
            return outer is AssignmentExpressionSyntax assignment && assignment.Left.Span.Contains(tuple.Span);
        }

        private void CallerInfos()
        {
            foreach (SyntaxNode node in _lowerer.Body.Root.DescendantNodes().Where(CallerInfo.IsCall))
            {
                IReadOnlyList<string> missing = CallerInfo.Missing(node, _lowerer.Body.Model, _lowerer.Body.Method.Name);
                string arguments = string.Join(", ", missing);
                if (missing.Count == 0)
                {
                    continue;
                }

                if (node is ObjectCreationExpressionSyntax { ArgumentList: null } creation)
                {
                    _edits.Wrap(creation.Type.Span, string.Empty, "(" + arguments + ")");
                    continue;
                }

                SyntaxToken end = CallerInfo.EndOfArguments(node);
                bool isFirst = end.GetPreviousToken().Kind() is SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken;
                _edits.Wrap(end.Span, (isFirst ? string.Empty : ", ") + arguments, string.Empty);
            }
        }

        private void Jumps()
        {
            foreach (KeyValuePair<StatementSyntax, Jump> pair in _lowerer.Jumps)
            {
                if (pair.Key is ReturnStatementSyntax { Expression: not null } leave)
                {
                    _edits.Replace(leave.ReturnKeyword.Span, "{ " + _lowerer.Names.Result + " =");
                    _edits.Replace(leave.SemicolonToken.Span, "; " + pair.Value.Text() + " }");
                }
                else
                {
                    _edits.Replace(pair.Key.Span, pair.Value.Statement());
                }
            }

            foreach (KeyValuePair<ThrowStatementSyntax, Variable> pair in _lowerer.Rethrows)
            {
                _edits.Replace(pair.Key.Span, "throw " + Contract.Errors + ".Rethrow(" + pair.Value.Storage + ");");
            }
        }

        // Half of an #if or #region may lie outside of what is copied.
        private void Directives()
        {
            foreach (SyntaxTrivia trivia in _lowerer.Body.Root.DescendantTrivia())
            {
                if (trivia.IsDirective || trivia.IsKind(SyntaxKind.DisabledTextTrivia))
                {
                    Blank(trivia.FullSpan);
                }
            }
        }

        private void Moved(bool keep)
        {
            foreach (KeyValuePair<ISymbol, string> pair in _lowerer.Variables.MovedOut)
            {
                SyntaxNode declaration = _lowerer.Body.Declarations[pair.Key];
                if (!keep)
                {
                    StatementSyntax statement = declaration.FirstAncestorOrSelf<StatementSyntax>()!;
                    _edits.Replace(statement.Span, statement.Parent is LabeledStatementSyntax ? ";" : string.Empty);
                }
                else if (declaration is LocalFunctionStatementSyntax function)
                {
                    _edits.Replace(function.Identifier.Span, pair.Value);
                }
            }
        }

        private void Blank(TextSpan span)
        {
            _edits.Replace(span, string.Empty);
        }

        private Variable? Find(SyntaxNode declaration)
        {
            return _lowerer.Body.Model.GetDeclaredSymbol(declaration) is ISymbol symbol ? _lowerer.Variables.Find(symbol) : null;
        }
    }
}
