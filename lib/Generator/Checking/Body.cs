using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>The ways in which an expression declares a variable, each of which is written another way if it is kept.</summary>
    internal static class VariableForm
    {
        /// <summary>out var x: becomes out of the other variable.</summary>
        public static bool IsOut(SyntaxNode designation)
        {
            return designation.Parent is DeclarationExpressionSyntax { Parent: ArgumentSyntax argument }
                && argument.RefOrOutKeyword.IsKind(SyntaxKind.OutKeyword);
        }

        /// <summary>(var x, var y) = z: becomes (x, y) = z. Null for others.</summary>
        public static AssignmentExpressionSyntax? Deconstruction(SyntaxNode designation)
        {
            return Declared(designation)?.Ancestors()
                .SkipWhile(node => node is ArgumentSyntax or TupleExpressionSyntax)
                .FirstOrDefault() is AssignmentExpressionSyntax assignment && assignment.Left.Span.Contains(designation.Span)
                && !IsOut(designation)
                ? assignment
                : null;
        }

        /// <summary>The case whose pattern declares it: its value is copied there.</summary>
        public static SwitchLabelSyntax? LabelOf(SyntaxNode designation)
        {
            SwitchLabelSyntax? label = designation.FirstAncestorOrSelf<SwitchLabelSyntax>();
            return label is CasePatternSwitchLabelSyntax pattern && pattern.Pattern.Span.Contains(designation.Span) ? label : null;
        }

        /// <summary>The declaration expression around it, var (x, y) too.</summary>
        private static DeclarationExpressionSyntax? Declared(SyntaxNode designation)
        {
            return designation.Ancestors().SkipWhile(node => node is VariableDesignationSyntax).FirstOrDefault()
                as DeclarationExpressionSyntax;
        }
    }

    /// <summary>
    /// Types with the modifier file, which the Roslyn that this is compiled with does not know yet; the one that runs it does.
    /// </summary>
    internal static class FileTypes
    {
        private const string Modifier = "file";

        public static bool Is(INamedTypeSymbol type)
        {
            for (INamedTypeSymbol? at = type; at != null; at = at.ContainingType)
            {
                if (at.DeclaringSyntaxReferences.Any(reference => Has(reference.GetSyntax())))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Whether a type is made of one.</summary>
        public static bool IsIn(ITypeSymbol type)
        {
            return type switch
            {
                IArrayTypeSymbol array => IsIn(array.ElementType),
                INamedTypeSymbol named => Is(named) || named.TypeArguments.Any(IsIn),
                _ => false,
            };
        }

        private static bool Has(SyntaxNode declaration)
        {
            return declaration is MemberDeclarationSyntax member && member.Modifiers.Any(modifier => modifier.Text == Modifier);
        }

        /// <summary>Whether a file declares one: no other can name it.</summary>
        public static bool IsAnyIn(SyntaxTree tree)
        {
            return Types(tree.GetRoot()).Any(Has);
        }

        private static IEnumerable<SyntaxNode> Types(SyntaxNode root)
        {
            return root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax);
        }
    }

    /// <summary>What a [Linear] method contains: its Awaits, its locals and where they are used.</summary>
    internal sealed class Body
    {
        private readonly List<InvocationExpressionSyntax> _awaits = new List<InvocationExpressionSyntax>();
        private readonly List<int> _awaitStarts = new List<int>();
        private readonly HashSet<string> _names = new HashSet<string>();

        public Body(RoutineShape shape, SemanticModel model, CancellationToken cancel)
        {
            Shape = shape;
            Model = model;
            Cancel = cancel;
            Root = (SyntaxNode?)shape.Syntax.Body ?? (SyntaxNode?)shape.Syntax.ExpressionBody ?? shape.Syntax;
            // The method's own symbol, from the compilation that the model belongs to.
            Method = model.GetDeclaredSymbol(shape.Syntax, cancel)!;
            CollectDeclarations();
            CollectUses();
        }

        public RoutineShape Shape { get; }

        public SemanticModel Model { get; }

        public CancellationToken Cancel { get; }

        public SyntaxNode Root { get; }

        public IMethodSymbol Method { get; }

        /// <summary>Calls of Await, wherever they stand, in the order of the source.</summary>
        public IReadOnlyList<InvocationExpressionSyntax> Awaits => _awaits;

        /// <summary>Locals and local functions with the syntax that declares them, in the order of the source.</summary>
        public Dictionary<ISymbol, SyntaxNode> Declarations { get; } =
            new Dictionary<ISymbol, SyntaxNode>(SymbolEqualityComparer.Default);

        /// <summary>Where each local, parameter and local function is named, its declaration excepted.</summary>
        public Dictionary<ISymbol, List<SimpleNameSyntax>> Uses { get; } =
            new Dictionary<ISymbol, List<SimpleNameSyntax>>(SymbolEqualityComparer.Default);

        /// <summary>Every identifier in the method, with how often it stands there.</summary>
        public Dictionary<string, int> Identifiers { get; } = new Dictionary<string, int>();

        /// <summary>Whether an Await stands in a node of the method.</summary>
        public bool ContainsAwait(SyntaxNode? node)
        {
            if (node == null)
            {
                return false;
            }

            int next = _awaitStarts.BinarySearch(node.SpanStart);
            next = next < 0 ? ~next : next;
            return next < _awaitStarts.Count && _awaitStarts[next] < node.Span.End;
        }

        /// <summary>What a node names, if it is a local, parameter or local function of this method.</summary>
        public ISymbol? LocalOf(SimpleNameSyntax name)
        {
            if (!_names.Contains(name.Identifier.ValueText))
            {
                return null;
            }

            // A generic local function is named with its types, and in nameof a function is none that could be called.
            SymbolInfo info = Model.GetSymbolInfo(name, Cancel);
            ISymbol? found = info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null);
            ISymbol? symbol = found?.OriginalDefinition;
            return symbol != null && Uses.ContainsKey(symbol) ? symbol : null;
        }

        /// <summary>The nodes of a part of the method, without those inside lambdas and local functions.</summary>
        public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode root)
        {
            return root.DescendantNodesAndSelf(node => !IsFunction(node));
        }

        public static bool IsFunction(SyntaxNode node)
        {
            return node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;
        }

        /// <summary>Whether a node runs later than the code around it, and so keeps the locals that it names.</summary>
        public static bool IsDeferred(SyntaxNode node)
        {
            return IsFunction(node) || IsQueryPart(node);
        }

        /// <summary>Whether a node is a part of a query that the compiler makes a lambda of.</summary>
        public static bool IsQueryPart(SyntaxNode node)
        {
            return node switch
            {
                FromClauseSyntax first when first.Parent is QueryExpressionSyntax => false,
                ExpressionSyntax expression when expression.Parent is JoinClauseSyntax join => expression != join.InExpression,
                JoinClauseSyntax => false,
                QueryClauseSyntax or SelectOrGroupClauseSyntax or OrderingSyntax => true,
                _ => false,
            };
        }

        private void CollectDeclarations()
        {
            foreach (IParameterSymbol parameter in Method.Parameters)
            {
                Add(parameter, null);
            }

            foreach (SyntaxNode node in OwnNodes(Root))
            {
                if (node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or ForEachStatementSyntax
                    or CatchDeclarationSyntax or LocalFunctionStatementSyntax)
                {
                    Add(Model.GetDeclaredSymbol(node, Cancel), node);
                }
            }
        }

        private void Add(ISymbol? symbol, SyntaxNode? declaration)
        {
            if (symbol == null || Uses.ContainsKey(symbol))
            {
                return;
            }

            Uses.Add(symbol, new List<SimpleNameSyntax>());
            _names.Add(symbol.Name);
            if (declaration != null)
            {
                Declarations.Add(symbol, declaration);
            }
        }

        private void CollectUses()
        {
            foreach (SyntaxToken token in Root.DescendantTokens())
            {
                if (token.IsKind(SyntaxKind.IdentifierToken))
                {
                    Identifiers.TryGetValue(token.ValueText, out int count);
                    Identifiers[token.ValueText] = count + 1;
                }
            }

            foreach (SyntaxNode node in Root.DescendantNodes())
            {
                if (node is SimpleNameSyntax name && LocalOf(name) is ISymbol symbol)
                {
                    Uses[symbol].Add(name);
                }
                else if (node is InvocationExpressionSyntax call && AwaitCall.Is(call, Model))
                {
                    _awaits.Add(call);
                    _awaitStarts.Add(call.SpanStart);
                }
            }
        }
    }
}
