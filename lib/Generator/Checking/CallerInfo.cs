using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Calls that ask who calls, with [CallerMemberName], or how an argument is written, with [CallerArgumentExpression]. In
    /// generated code the answers would be Poll and the changed text, so they are written out there.
    /// </summary>
    internal static class CallerInfo
    {
        private const string Member = "CallerMemberNameAttribute";
        private const string Argument = "CallerArgumentExpressionAttribute";

        /// <summary>Whether a node is a call that arguments can be added to.</summary>
        public static bool IsCall(SyntaxNode node)
        {
            return node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax
                or ImplicitElementAccessSyntax;
        }

        /// <summary>What stands behind the last argument of a call.</summary>
        public static SyntaxToken EndOfArguments(SyntaxNode call)
        {
            return call switch
            {
                InvocationExpressionSyntax invocation => invocation.ArgumentList.CloseParenToken,
                BaseObjectCreationExpressionSyntax creation => creation.ArgumentList!.CloseParenToken,
                ElementAccessExpressionSyntax element => element.ArgumentList.CloseBracketToken,
                _ => ((ImplicitElementAccessSyntax)call).ArgumentList.CloseBracketToken,
            };
        }

        /// <summary>What has to be added to the arguments of a call, in a [Linear] method of that name.</summary>
        public static IReadOnlyList<string> Missing(SyntaxNode call, SemanticModel model, string method)
        {
            if (!(model.GetSymbolInfo(call).Symbol is ISymbol symbol && Parameters(symbol).Any(Asks)))
            {
                return System.Array.Empty<string>();
            }

            IEnumerable<IArgumentOperation> arguments = model.GetOperation(call) switch
            {
                IInvocationOperation invocation => invocation.Arguments,
                IObjectCreationOperation creation => creation.Arguments,
                IPropertyReferenceOperation property => property.Arguments,
                _ => Enumerable.Empty<IArgumentOperation>(),
            };
            IArgumentOperation[] all = arguments.ToArray();
            return all.Where(argument => argument.ArgumentKind == ArgumentKind.DefaultValue && Asks(argument.Parameter))
                .Select(argument => (argument.Parameter!.Name, Answer: Answer(argument.Parameter, all, method)))
                .Where(pair => pair.Answer != null)
                .Select(pair => NameTable.Escape(pair.Name) + ": " + SymbolDisplay.FormatLiteral(pair.Answer!, quote: true))
                .ToArray();
        }

        /// <summary>Whether the compiler makes a call of a node that asks, and that no argument can be added to.</summary>
        public static bool IsAskedImplicitly(SyntaxNode node, SemanticModel model)
        {
            switch (node)
            {
                case ExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } }:
                    return Asks(model.GetCollectionInitializerSymbolInfo((ExpressionSyntax)node).Symbol);
                case CommonForEachStatementSyntax loop:
                    return Asks(model.GetForEachStatementInfo(loop).GetEnumeratorMethod);
                case QueryClauseSyntax clause:
                    return Asks(model.GetQueryClauseInfo(clause).OperationInfo.Symbol);
                case SelectOrGroupClauseSyntax or OrderingSyntax:
                    return Asks(model.GetSymbolInfo(node).Symbol);
                default:
                    return false;
            }
        }

        // Null for the default value.
        private static string? Answer(IParameterSymbol asking, IArgumentOperation[] all, string method)
        {
            if (Attribute(asking, Member) != null)
            {
                return method;
            }

            string? name = Attribute(asking, Argument)!.ConstructorArguments.FirstOrDefault().Value as string;
            SyntaxNode? written = all.FirstOrDefault(
                argument => argument.Parameter?.Name == name && argument.ArgumentKind == ArgumentKind.Explicit)?.Syntax;
            return written is ArgumentSyntax argument ? argument.Expression.ToString() : written?.ToString();
        }

        private static bool Asks(ISymbol? symbol)
        {
            return symbol != null && Parameters(symbol).Any(Asks);
        }

        private static bool Asks(IParameterSymbol? parameter)
        {
            return parameter != null && parameter.IsOptional
                && (Attribute(parameter, Member) != null || Attribute(parameter, Argument) != null);
        }

        private static IEnumerable<IParameterSymbol> Parameters(ISymbol symbol)
        {
            return symbol switch
            {
                IMethodSymbol method => method.Parameters,
                IPropertySymbol property => property.Parameters,
                _ => Enumerable.Empty<IParameterSymbol>(),
            };
        }

        private static AttributeData? Attribute(IParameterSymbol parameter, string name)
        {
            return parameter.GetAttributes().FirstOrDefault(
                attribute => attribute.AttributeClass?.Name == name
                    && attribute.AttributeClass.ContainingNamespace?.ToDisplayString() == "System.Runtime.CompilerServices");
        }
    }
}
