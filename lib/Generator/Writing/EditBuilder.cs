using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>What has to change in the user's text when it is copied into Poll.</summary>
    internal sealed class EditBuilder
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
                    _edits.Insert(clause.Declaration?.Span.End ?? clause.CatchKeyword.Span.End, " when (" + running + ")");
                }
                else
                {
                    _edits.Insert(clause.Filter.FilterExpression.SpanStart, running + " && (");
                    _edits.Insert(clause.Filter.FilterExpression.Span.End, ")");
                }
            }
        }

        private void RenameInCases()
        {
            foreach (SwitchLabelSyntax label in _lowerer.Body.Root.DescendantNodes().OfType<SwitchLabelSyntax>())
            {
                foreach (SingleVariableDesignationSyntax designation in label.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
                {
                    if (Find(designation) is Variable variable && _lowerer.Body.ContainsAwait(label.FirstAncestorOrSelf<SwitchStatementSyntax>()))
                    {
                        string name = Lowerer.CaseName(designation);
                        _edits.Replace(designation.Span, name);
                        RenameWithin(label.Span, variable.Symbol!, name);
                    }
                }
            }
        }

        private void RenameWithin(TextSpan part, ISymbol symbol, string name)
        {
            foreach (IdentifierNameSyntax use in _lowerer.Body.Uses[symbol].Where(use => part.Contains(use.Span)))
            {
                _renamed[use.Span] = name;
            }
        }

        private void Rename()
        {
            foreach (KeyValuePair<ISymbol, List<IdentifierNameSyntax>> pair in _lowerer.Body.Uses)
            {
                string? name = _lowerer.Variables.Find(pair.Key)?.Storage;
                if (name == null && !_lowerer.Variables.MovedOut.TryGetValue(pair.Key, out name))
                {
                    continue;
                }

                foreach (IdentifierNameSyntax use in pair.Value)
                {
                    Rename(use, pair.Key.Name, _renamed.TryGetValue(use.Span, out string? special) ? special : name);
                }
            }
        }

        private void Rename(IdentifierNameSyntax use, string was, string name)
        {
            InvocationExpressionSyntax? call = use.Parent?.Parent?.Parent as InvocationExpressionSyntax;
            if (call != null && call.Expression is IdentifierNameSyntax { Identifier: { ValueText: "nameof" } })
            {
                _edits.Replace(call.Span, "\"" + was + "\"");
            }
            else if (name != use.Identifier.Text)
            {
                // A tuple or anonymous type takes the name of its member from here.
                string member = use.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } ? was + " = " : string.Empty;
                _edits.Replace(use.Span, member + name);
            }
        }

        private void Declarations()
        {
            foreach (SyntaxNode node in Body.OwnNodes(_lowerer.Body.Root))
            {
                if (node is SingleVariableDesignationSyntax designation && Find(designation) is Variable variable)
                {
                    Move(designation, variable);
                }
                else if (node is LocalDeclarationStatementSyntax local && !_lowerer.Body.ContainsAwait(local)
                    && local.UsingKeyword.IsKind(SyntaxKind.None) && Find(local.Declaration.Variables[0]) != null)
                {
                    Assign(local.Declaration);
                }
                else if (node is StatementSyntax statement && Placement.IsUsingDeclaration(statement))
                {
                    Enclose(statement);
                }
            }
        }

        // A goto must not pass a using declaration in its own block, so what follows one gets a block of its own.
        private void Enclose(StatementSyntax declaration)
        {
            SyntaxList<StatementSyntax>? list = Placement.ListOf(declaration);
            if (list != null && !Placement.EndsRun(_lowerer.Body, list.Value, list.Value.IndexOf(declaration)))
            {
                _edits.Insert(declaration.SpanStart, "{ ");
                _edits.Insert(list.Value.Last().Span.End, " }");
            }
        }

        // int a = 1, b = 2; becomes a = 1; b = 2;
        private void Assign(VariableDeclarationSyntax declaration)
        {
            Blank(TextSpan.FromBounds(declaration.SpanStart, declaration.Variables[0].SpanStart));
            foreach (VariableDeclaratorSyntax declarator in declaration.Variables)
            {
                if (declarator.Initializer == null)
                {
                    Blank(declarator.Identifier.Span);
                    continue;
                }

                Variable variable = Find(declarator)!;
                _edits.Replace(declarator.Identifier.Span, variable.Storage);
                if (declarator.Initializer.Value is InitializerExpressionSyntax array)
                {
                    _edits.Insert(array.SpanStart, "new " + declaration.Type.ToString() + " ");
                }
            }

            foreach (SyntaxToken comma in declaration.Variables.GetSeparators())
            {
                _edits.Replace(comma.Span, ";");
            }

            if (declaration.Variables.All(declarator => declarator.Initializer == null))
            {
                _edits.Replace(((LocalDeclarationStatementSyntax)declaration.Parent!).SemicolonToken.Span, string.Empty);
            }
        }

        private void Move(SingleVariableDesignationSyntax designation, Variable variable)
        {
            if (VariableForm.IsOut(designation))
            {
                _edits.Replace(designation.Parent!.Span, variable.Storage);
            }
            else if (designation.Parent is DeclarationPatternSyntax { Parent: IsPatternExpressionSyntax test } pattern)
            {
                _edits.Insert(test.SpanStart, "((" + variable.Storage + " = ");
                _edits.Replace(test.IsKeyword.Span, "as");
                _edits.Replace(TextSpan.FromBounds(pattern.Type.Span.End, designation.Span.End), ") != null)");
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
                    Blank(declaration.FirstAncestorOrSelf<StatementSyntax>()!.Span);
                }
                else if (declaration is LocalFunctionStatementSyntax function)
                {
                    _edits.Replace(function.Identifier.Span, pair.Value);
                }
            }
        }

        private void Blank(TextSpan span)
        {
            string text = _lowerer.Body.Root.SyntaxTree.GetText().ToString(span);
            _edits.Replace(span, new string('\n', text.Count(character => character == '\n')));
        }

        private Variable? Find(SyntaxNode declaration)
        {
            return _lowerer.Body.Model.GetDeclaredSymbol(declaration) is ISymbol symbol ? _lowerer.Variables.Find(symbol) : null;
        }
    }
}
