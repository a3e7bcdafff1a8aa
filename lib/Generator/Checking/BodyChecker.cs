using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>Says what in a [Linear] method cannot be lowered.</summary>
    internal sealed class BodyChecker
    {
        private readonly Body _body;
        private readonly List<Finding> _findings = new List<Finding>();

        public BodyChecker(Body body)
        {
            _body = body;
        }

        public IReadOnlyList<Finding> Check()
        {
            foreach (InvocationExpressionSyntax call in _body.Awaits)
            {
                CheckAwait(call);
            }

            foreach (KeyValuePair<ISymbol, SyntaxNode> pair in _body.Declarations)
            {
                if (pair.Key is ILocalSymbol local)
                {
                    CheckLocal(local, pair.Value);
                }
            }

            foreach (KeyValuePair<ISymbol, List<SimpleNameSyntax>> pair in _body.Uses)
            {
                CheckCapture(pair.Key, pair.Value);
            }

            foreach (SyntaxNode node in Body.OwnNodes(_body.Root))
            {
                CheckNode(node);
            }

            CheckCallerInfo();
            if (FileTypes.IsAnyIn(_body.Root.SyntaxTree))
            {
                CheckFileTypes();
            }

            return _findings;
        }

        private void CheckAwait(InvocationExpressionSyntax call)
        {
            foreach (SyntaxNode outer in call.Ancestors())
            {
                switch (outer)
                {
                    case AnonymousFunctionExpressionSyntax:
                        Add(Refusals.AwaitInLambda, call);
                        return;
                    case LocalFunctionStatementSyntax function:
                        Add(Refusals.AwaitInLocalFunction, call, function.Identifier.Text);
                        return;
                    case CatchFilterClauseSyntax:
                        Add(Refusals.AwaitInFilter, call);
                        return;
                    case LockStatementSyntax locked when locked.Statement.Span.Contains(call.Span):
                        Add(Refusals.AwaitInLock, call);
                        return;
                    case MethodDeclarationSyntax:
                        CheckPlace(call);
                        return;
                }
            }
        }

        private void CheckPlace(InvocationExpressionSyntax call)
        {
            if (!AwaitCall.StandsAlone(call))
            {
                Add(Refusals.AwaitInExpression, call);
                return;
            }

            if (AwaitCall.Whole(call).Parent is AssignmentExpressionSyntax assignment && !IsPlainTarget(assignment.Left))
            {
                Add(Refusals.AwaitTarget, assignment.Left, assignment.Left.ToString());
            }

            ExpressionSyntax future = call.ArgumentList.Arguments[0].Expression;
            if (future is ThisExpressionSyntax)
            {
                Add(Refusals.Recursion, future, "this");
            }
        }

        // What is on the left of an assignment is evaluated before the right side. These are the targets where that is not seen.
        private bool IsPlainTarget(ExpressionSyntax target)
        {
            ExpressionSyntax bare = AwaitCall.Bare(target);
            if (bare is IdentifierNameSyntax)
            {
                return true;
            }

            return bare is MemberAccessExpressionSyntax member
                && (AwaitCall.Bare(member.Expression) is ThisExpressionSyntax or BaseExpressionSyntax
                    || _body.Model.GetSymbolInfo(member.Expression).Symbol is INamedTypeSymbol);
        }

        private void CheckLocal(ILocalSymbol local, SyntaxNode declaration)
        {
            if (local.IsRef)
            {
                if (!Placement.IsInner(_body, local))
                {
                    Add(Refusals.RefLocal, declaration, local.Name);
                }

                return;
            }

            if (local.Type.IsHeapStruct())
            {
                Add(Refusals.StructLocal, declaration, local.Name, local.Type.ToDisplayString());
            }
            else if (TypeNames.Unnamed(local.Type) is string what && !FileTypes.IsIn(local.Type) && !Placement.StaysLocal(_body, declaration))
            {
                Add(Refusals.NotAField, declaration, local.Name, "is " + what);
            }
        }

        private void CheckCapture(ISymbol symbol, List<SimpleNameSyntax> uses)
        {
            if (symbol is ILocalSymbol { IsConst: true } or IMethodSymbol)
            {
                return;
            }

            _body.Declarations.TryGetValue(symbol, out SyntaxNode? declaration);
            SimpleNameSyntax? captured = uses.FirstOrDefault(use => use.Ancestors()
                .TakeWhile(node => node != _body.Root && (declaration == null || !node.Span.Contains(declaration.Span)))
                .Any(Body.IsDeferred));
            if (captured != null)
            {
                Add(Refusals.Captured, captured, symbol.Name);
            }
        }

        private void CheckNode(SyntaxNode node)
        {
            switch (node)
            {
                case GotoStatementSyntax jump when !Placement.StaysInRun(_body, jump):
                    Add(Refusals.Goto, node);
                    break;
                case LabeledStatementSyntax label when _body.ContainsAwait(label) || Placement.IsUsingDeclaration(Labeled(label)):
                    Add(Refusals.Goto, node);
                    break;
                case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.AddressOfExpression } address:
                    CheckAddress(address);
                    break;
                case YieldStatementSyntax:
                    Add(Refusals.Yield, node);
                    break;
                case AwaitExpressionSyntax:
                    Add(Refusals.Async, node);
                    break;
                case CommonForEachStatementSyntax loop:
                    CheckForEach(loop);
                    break;
                case UsingStatementSyntax { AwaitKeyword: { RawKind: not 0 } } or LocalDeclarationStatementSyntax { AwaitKeyword: { RawKind: not 0 } }:
                    Add(Refusals.Async, node);
                    break;
                case UsingStatementSyntax { Expression: ExpressionSyntax resource }
                    when _body.ContainsAwait(node) && _body.Model.GetTypeInfo(resource).Type is ITypeSymbol type && type.IsHeapStruct():
                    Add(Refusals.StructLocal, resource, resource.ToString(), type.ToDisplayString());
                    break;
                case CheckedStatementSyntax when _body.ContainsAwait(node):
                    Unsupported(node, "A checked or unchecked block around an Await", "put only the arithmetic into it");
                    break;
                case FixedStatementSyntax or UnsafeStatementSyntax when _body.ContainsAwait(node):
                    Unsupported(node, "An unsafe or fixed block around an Await", "end it before the Await");
                    break;
                case InvocationExpressionSyntax call when StartsItself(call):
                    Add(Refusals.Recursion, call, call.ToString());
                    break;
            }
        }

        private void CheckCallerInfo()
        {
            foreach (SyntaxNode node in _body.Root.DescendantNodes().Where(node => CallerInfo.IsAskedImplicitly(node, _body.Model)))
            {
                Add(Refusals.Unsupported, node, "A call that is not written out and asks who calls", "call the method by its name");
            }
        }

        private void CheckAddress(PrefixUnaryExpressionSyntax address)
        {
            if (AwaitCall.Bare(address.Operand) is IdentifierNameSyntax name && _body.LocalOf(name) is ISymbol symbol
                && (!_body.Declarations.TryGetValue(symbol, out SyntaxNode? declaration) || !Placement.StaysLocal(_body, declaration)))
            {
                Add(Refusals.NotAField, address, symbol.Name, "has its address taken");
            }
        }

        private static StatementSyntax Labeled(LabeledStatementSyntax label)
        {
            return label.Statement is LabeledStatementSyntax inner ? Labeled(inner) : label.Statement;
        }

        // What is generated is another file, which does not see them.
        private void CheckFileTypes()
        {
            HashSet<string> named = new HashSet<string>();
            foreach (SimpleNameSyntax name in _body.Root.DescendantNodes().OfType<SimpleNameSyntax>())
            {
                ISymbol? symbol = _body.Model.GetSymbolInfo(name).Symbol;
                INamedTypeSymbol? type = symbol as INamedTypeSymbol ?? symbol?.ContainingType;
                if (type != null && FileTypes.Is(type) && named.Add(type.Name))
                {
                    Add(Refusals.FileLocal, name, type.Name);
                }
            }
        }

        private void CheckForEach(CommonForEachStatementSyntax loop)
        {
            if (!loop.AwaitKeyword.IsKind(SyntaxKind.None))
            {
                Add(Refusals.Async, loop);
            }
            else if (!_body.ContainsAwait(loop.Statement))
            {
                return;
            }
            else if (loop is ForEachVariableStatementSyntax)
            {
                Unsupported(loop, "A foreach around an Await that takes its elements apart", "name the element, and take it apart in the loop");
            }
            else if (_body.Model.GetTypeInfo(loop.Expression).Type is not IArrayTypeSymbol { Rank: 1 } and var type)
            {
                Add(Refusals.ForeachNotArray, loop.Expression, type == null ? "this" : type.ToDisplayString());
            }
            else if (_body.Model.GetTypeInfo(loop.Expression).Type is ITypeSymbol array && TypeNames.Unnamed(array) is string what)
            {
                Add(Refusals.NotAField, loop.Expression, loop.Expression.ToString(), "is an array " + what);
            }
        }

        private bool StartsItself(InvocationExpressionSyntax call)
        {
            SimpleNameSyntax? name = call.Expression as SimpleNameSyntax
                ?? (call.Expression is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member ? member.Name : null);
            return name != null && name.Identifier.ValueText == Contract.Start
                && _body.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { IsStatic: false } method
                && SymbolEqualityComparer.Default.Equals(method.ContainingType, _body.Method.ContainingType);
        }

        private void Unsupported(SyntaxNode node, string what, string advice)
        {
            _findings.Add(new Finding(Refusals.Unsupported, node.GetFirstToken().GetLocation(), what, advice));
        }

        private void Add(DiagnosticDescriptor rule, SyntaxNode at, params string[] arguments)
        {
            Location place = at is StatementSyntax ? at.GetFirstToken().GetLocation() : at.GetLocation();
            _findings.Add(new Finding(rule, place, arguments));
        }
    }
}
