using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>Says where a Poll is expected of the generator that it does not write.</summary>
    internal static class Unlowered
    {
        /// <summary>For [Linear] where the compiler lets it stand and nothing is lowered.</summary>
        public static Finding? NotAMethod(SyntaxNode node)
        {
            (SyntaxToken at, string form) = node switch
            {
                LocalFunctionStatementSyntax function => (function.Identifier, "a local function"),
                AccessorDeclarationSyntax accessor => (accessor.Keyword, "an accessor"),
                AnonymousFunctionExpressionSyntax => (node.GetFirstToken(), "a lambda"),
                _ => (node.GetLastToken(), "no method with a name"),
            };
            return new Finding(Refusals.WrongForm, at.GetLocation(), at.ValueText, form);
        }

        /// <summary>For a Routine without a [Linear] method, which the compiler says misses Poll, and no more.</summary>
        public static Finding? NoLinear(ClassDeclarationSyntax syntax, SemanticModel model, CancellationToken cancel)
        {
            INamedTypeSymbol? type = model.GetDeclaredSymbol(syntax, cancel);
            if (type == null || type.IsAbstract || !type.DerivesFrom(Contract.Routine) || type.Is(Contract.Routine)
                || !IsFirstPart(syntax, type))
            {
                return null;
            }

            for (INamedTypeSymbol? at = type; at != null && !at.Is(Contract.Routine); at = at.BaseType)
            {
                bool hasPoll = at.GetMembers().OfType<IMethodSymbol>().Any(
                    member => member.Has(Contract.LinearAttribute) || (member.Name == Contract.Poll && member.IsOverride && !member.IsAbstract));
                if (hasPoll)
                {
                    return null;
                }
            }

            return new Finding(Refusals.NoLinear, syntax.Identifier.GetLocation(), type.Name);
        }

        // A class may name its base class in each of its parts.
        private static bool IsFirstPart(ClassDeclarationSyntax syntax, INamedTypeSymbol type)
        {
            return type.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax())
                .OfType<ClassDeclarationSyntax>().First(part => part.BaseList != null) == syntax;
        }
    }

    /// <summary>Tells a call of Await from other calls, and whether it stands where it can be lowered.</summary>
    internal static class AwaitCall
    {
        /// <summary>Whether it may be one, by its looks.</summary>
        public static bool Looks(InvocationExpressionSyntax call)
        {
            SimpleNameSyntax? name = call.Expression as SimpleNameSyntax ?? (call.Expression as MemberAccessExpressionSyntax)?.Name;
            return name != null && name.Identifier.ValueText == Contract.Await && call.ArgumentList.Arguments.Count == 1;
        }

        /// <summary>Whether it is one: the marker of Routine, or one of those generated for its class.</summary>
        public static bool Is(InvocationExpressionSyntax call, SemanticModel model)
        {
            if (!Looks(call))
            {
                return false;
            }

            SymbolInfo info = model.GetSymbolInfo(call);
            ISymbol? symbol = info.Symbol ?? (info.CandidateSymbols.Length > 0 ? info.CandidateSymbols[0] : null);
            return IsMarker(symbol);
        }

        public static bool IsMarker(ISymbol? symbol)
        {
            return symbol is IMethodSymbol { IsStatic: true, Name: Contract.Await } method && method.Parameters.Length == 1
                && method.ContainingType.DerivesFrom(Contract.Routine);
        }

        /// <summary>Whether it is the whole of a statement, a right side or a condition.</summary>
        public static bool StandsAlone(InvocationExpressionSyntax call)
        {
            ExpressionSyntax whole = Whole(call);
            switch (whole.Parent)
            {
                case ExpressionStatementSyntax:
                case ReturnStatementSyntax:
                case IfStatementSyntax:
                case WhileStatementSyntax:
                case DoStatementSyntax:
                case SwitchStatementSyntax:
                    return true;
                case ForStatementSyntax:
                    return true;
                case ArrowExpressionClauseSyntax arrow:
                    return arrow.Parent is MethodDeclarationSyntax;
                case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } }:
                    return declaration.Parent is ForStatementSyntax
                        || (declaration.Parent is LocalDeclarationStatementSyntax local && local.UsingKeyword.IsKind(SyntaxKind.None));
                case AssignmentExpressionSyntax assignment:
                    return assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) && assignment.Right == whole
                        && assignment.Parent is ExpressionStatementSyntax or ForStatementSyntax
                            or ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax };
                default:
                    return false;
            }
        }

        /// <summary>The call with the parentheses around it.</summary>
        public static ExpressionSyntax Whole(ExpressionSyntax call)
        {
            while (call.Parent is ExpressionSyntax outer && Within(outer) != null)
            {
                call = outer;
            }

            return call;
        }

        /// <summary>The call inside the parentheses, if that is all there is.</summary>
        public static InvocationExpressionSyntax? Inside(ExpressionSyntax? expression)
        {
            return expression == null ? null : Bare(expression) as InvocationExpressionSyntax;
        }

        /// <summary>An expression without what means nothing around it: parentheses, and the ! of nullable code.</summary>
        public static ExpressionSyntax Bare(ExpressionSyntax expression)
        {
            while (Within(expression) is ExpressionSyntax inner)
            {
                expression = inner;
            }

            return expression;
        }

        private static ExpressionSyntax? Within(ExpressionSyntax expression)
        {
            return expression switch
            {
                ParenthesizedExpressionSyntax outer => outer.Expression,
                PostfixUnaryExpressionSyntax outer when outer.IsKind(SyntaxKind.SuppressNullableWarningExpression) => outer.Operand,
                _ => null,
            };
        }
    }
}
