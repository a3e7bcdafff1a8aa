using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    // What declares a variable that is kept elsewhere becomes an assignment.
    internal sealed partial class EditBuilder
    {
        private void Declarations()
        {
            foreach (SyntaxNode node in Body.OwnNodes(_lowerer.Body.Root))
            {
                switch (node)
                {
                    case DeclarationExpressionSyntax declared:
                        Move(declared);
                        break;
                    case IsPatternExpressionSyntax test:
                        Move(test);
                        break;
                    case LocalDeclarationStatementSyntax local when !_lowerer.Body.ContainsAwait(local)
                        && local.UsingKeyword.IsKind(SyntaxKind.None) && Find(local.Declaration.Variables[0]) != null:
                        Assign(local);
                        break;
                    case StatementSyntax statement when Placement.IsUsingDeclaration(statement):
                        Enclose(statement);
                        break;
                }
            }
        }

        // A goto must not pass a using declaration in its own block, so what follows one gets a block of its own.
        private void Enclose(StatementSyntax declaration)
        {
            SyntaxList<StatementSyntax>? list = Placement.ListOf(declaration);
            if (list != null && !Placement.EndsRun(_lowerer.Body, list.Value, list.Value.IndexOf(declaration)))
            {
                _edits.Wrap(TextSpan.FromBounds(declaration.SpanStart, list.Value.Last().Span.End), "{ ", " }");
            }
        }

        // int a = 1, b = 2; becomes a = 1; b = 2;
        private void Assign(LocalDeclarationStatementSyntax statement)
        {
            VariableDeclarationSyntax declaration = statement.Declaration;
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
                    _edits.Wrap(array.Span, "new " + _lowerer.Body.Shape.Types.Of(variable.Type) + " ", string.Empty);
                }
            }

            foreach (SyntaxToken comma in declaration.Variables.GetSeparators())
            {
                _edits.Replace(comma.Span, ";");
            }

            if (declaration.Variables.All(declarator => declarator.Initializer == null) && statement.Parent is not LabeledStatementSyntax)
            {
                Blank(statement.SemicolonToken.Span);
            }
        }

        // out var x, and the parts of var (x, y) = z.
        private void Move(DeclarationExpressionSyntax declared)
        {
            SingleVariableDesignationSyntax[] designations =
                declared.DescendantNodes().OfType<SingleVariableDesignationSyntax>().ToArray();
            if (designations.Any(designation => Find(designation) != null))
            {
                _edits.Replace(declared.Span, Target(declared.Designation));
            }
        }

        private string Target(VariableDesignationSyntax designation)
        {
            switch (designation)
            {
                case SingleVariableDesignationSyntax single:
                    return Find(single)!.Storage;
                case ParenthesizedVariableDesignationSyntax several:
                    return "(" + string.Join(", ", several.Variables.Select(Target)) + ")";
                default:
                    // Where something is called _, that is not a discard.
                    bool isTaken = _lowerer.Body.Model.LookupSymbols(designation.SpanStart, null, "_").Length > 0;
                    return isTaken ? "var _" : "_";
            }
        }

        private void Move(IsPatternExpressionSyntax test)
        {
            List<KeyValuePair<SingleVariableDesignationSyntax, Variable>> moved =
                new List<KeyValuePair<SingleVariableDesignationSyntax, Variable>>();
            foreach (SingleVariableDesignationSyntax designation in test.Pattern.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
            {
                if (Find(designation) is Variable variable)
                {
                    moved.Add(new KeyValuePair<SingleVariableDesignationSyntax, Variable>(designation, variable));
                }
            }

            if (moved.Count == 0)
            {
                return;
            }

            if (test.Pattern is DeclarationPatternSyntax pattern && moved[0].Value.Type is { IsReferenceType: true, TypeKind: not TypeKind.Dynamic })
            {
                MoveTypeTest(test, pattern, moved[0].Value);
            }
            else
            {
                MovePattern(test, moved);
            }
        }

        // o is Class x becomes (x = o as Class) != null, with no operator of the class.
        private void MoveTypeTest(IsPatternExpressionSyntax test, DeclarationPatternSyntax pattern, Variable variable)
        {
            _edits.Wrap(test.Span, "((object)(" + variable.Storage + " = ", ") != null)");
            _edits.Replace(test.IsKeyword.Span, "as");
            Blank(TextSpan.FromBounds(pattern.Type.Span.End, pattern.Span.End));
        }

        // o is { Part: var x } becomes (o is { Part: var x1 } && (x = x1) is var _), and is not the opposite of that.
        private void MovePattern(
            IsPatternExpressionSyntax test, List<KeyValuePair<SingleVariableDesignationSyntax, Variable>> moved)
        {
            PatternSyntax inner = test.Pattern;
            bool isNot = false;
            while (inner is ParenthesizedPatternSyntax or UnaryPatternSyntax)
            {
                isNot ^= inner is UnaryPatternSyntax;
                inner = inner is ParenthesizedPatternSyntax outer ? outer.Pattern : ((UnaryPatternSyntax)inner).Pattern;
            }

            string copies = string.Empty;
            foreach (KeyValuePair<SingleVariableDesignationSyntax, Variable> pair in moved)
            {
                string name = _lowerer.PatternName(pair.Key);
                _edits.Replace(pair.Key.Span, name);
                copies += " && (" + pair.Value.Storage + " = " + name + ") is var _";
            }

            _edits.Wrap(test.Span, isNot ? "(!(" : "(", copies + (isNot ? "))" : ")"));
            if (inner != test.Pattern)
            {
                _edits.Replace(TextSpan.FromBounds(test.Pattern.SpanStart, inner.SpanStart), " ");
                _edits.Replace(TextSpan.FromBounds(inner.Span.End, test.Pattern.Span.End), " ");
            }
        }
    }
}
