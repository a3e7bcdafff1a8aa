using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Whether a loop itself changes what a condition in it looks at. In doubt it does: a warning less, and none too many.
    /// </summary>
    internal sealed class Progress
    {
        private readonly StatementSyntax _loop;
        private readonly SemanticModel _model;
        private readonly HashSet<string> _touched;

        public Progress(StatementSyntax loop, SemanticModel model)
        {
            _loop = loop;
            _model = model;
            _touched = new HashSet<string>(Written(loop));
            AddCalls(loop, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default));
        }

        public bool IsMadeBy(ExpressionSyntax condition)
        {
            return IsMadeBy(condition, when: true) || IsMadeBy(condition, when: false);
        }

        /// <param name="condition">What is looked at.</param>
        /// <param name="when">On which way: one that takes an item gets on only where it has got one.</param>
        public bool IsMadeBy(ExpressionSyntax condition, bool when)
        {
            switch (condition)
            {
                case ParenthesizedExpressionSyntax outer:
                    return IsMadeBy(outer.Expression, when);
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not:
                    return IsMadeBy(not.Operand, !when);
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                    return IsMadeBy(both.Left, when) || IsMadeBy(both.Right, when);
                case InvocationExpressionSyntax call when !IsLook(call):
                    return when;
                default:
                    return condition.DescendantNodesAndSelf().Any(IsChanged);
            }
        }

        private bool IsChanged(SyntaxNode node)
        {
            switch (node)
            {
                case AssignmentExpressionSyntax or ObjectCreationExpressionSyntax or DeclarationExpressionSyntax:
                    return true;
                case PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax:
                    return node.IsKind(SyntaxKind.PostIncrementExpression) || node.IsKind(SyntaxKind.PostDecrementExpression)
                        || node.IsKind(SyntaxKind.PreIncrementExpression) || node.IsKind(SyntaxKind.PreDecrementExpression);
                case InvocationExpressionSyntax call:
                    return !IsLook(call);
                case IdentifierNameSyntax name:
                    return _touched.Contains(name.Identifier.ValueText);
                default:
                    return false;
            }
        }

        // A call that only looks: of a pin, or of a method here that writes and calls nothing.
        private bool IsLook(InvocationExpressionSyntax call)
        {
            if (_model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            {
                return false;
            }

            if (IsOfPin(method))
            {
                return true;
            }

            SyntaxNode? body = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
            return body is MethodDeclarationSyntax or LocalFunctionStatementSyntax && !method.IsAbstract && !method.IsVirtual
                && !Written(body).Any() && !body.DescendantNodes().Any(node => node is InvocationExpressionSyntax)
                && !body.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => _touched.Contains(name.Identifier.ValueText));
        }

        // An object that is called, or given to a call, may change; and so may what the methods of the class write.
        private void AddCalls(SyntaxNode code, HashSet<IMethodSymbol> seen)
        {
            foreach (InvocationExpressionSyntax call in code.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.SyntaxTree != _loop.SyntaxTree || _model.GetSymbolInfo(call).Symbol is not IMethodSymbol method
                    || IsOfPin(method))
                {
                    continue;
                }

                if (call.Expression is MemberAccessExpressionSyntax member)
                {
                    _touched.UnionWith(NamesIn(member.Expression));
                }

                foreach (ArgumentSyntax argument in call.ArgumentList.Arguments)
                {
                    ITypeSymbol? type = _model.GetTypeInfo(argument.Expression).Type;
                    if (type is { IsReferenceType: true, SpecialType: not SpecialType.System_String })
                    {
                        _touched.UnionWith(NamesIn(argument.Expression));
                    }
                }

                if (seen.Add(method) && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is SyntaxNode body)
                {
                    _touched.UnionWith(Written(body));
                    AddCalls(body, seen);
                }
            }
        }

        private static bool IsOfPin(IMethodSymbol method)
        {
            return method.ContainingType.DerivesFrom(Contract.InputPin);
        }

        // The names that are assigned, counted or handed out by reference.
        private static IEnumerable<string> Written(SyntaxNode code)
        {
            foreach (SyntaxNode node in code.DescendantNodes())
            {
                ExpressionSyntax? target = node switch
                {
                    AssignmentExpressionSyntax assignment => assignment.Left,
                    PostfixUnaryExpressionSyntax unary when !unary.IsKind(SyntaxKind.SuppressNullableWarningExpression) => unary.Operand,
                    PrefixUnaryExpressionSyntax unary when unary.IsKind(SyntaxKind.PreIncrementExpression)
                        || unary.IsKind(SyntaxKind.PreDecrementExpression) => unary.Operand,
                    ArgumentSyntax { RefOrOutKeyword: { RawKind: not 0 } } argument => argument.Expression,
                    _ => null,
                };
                foreach (string name in target == null ? Enumerable.Empty<string>() : NamesIn(target))
                {
                    yield return name;
                }

                if (node is SingleVariableDesignationSyntax designation)
                {
                    yield return designation.Identifier.ValueText;
                }
            }
        }

        private static IEnumerable<string> NamesIn(ExpressionSyntax expression)
        {
            return expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText);
        }
    }
}
