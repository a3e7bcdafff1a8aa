using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// The fields that keep the future being awaited. Its value has to be read without a cast, which would cost at every
    /// Await, so there is one for each type of future that yields one.
    /// </summary>
    internal sealed class ChildTable
    {
        private readonly Dictionary<ITypeSymbol, Child> _kept = new Dictionary<ITypeSymbol, Child>(SymbolEqualityComparer.Default);
        private readonly Body _body;
        private readonly NameTable _names;
        private readonly ITypeSymbol _future;

        public ChildTable(Body body, NameTable names)
        {
            _body = body;
            _names = names;
            ITypeSymbol future = body.Method.ContainingType;
            while (!future.Is(Contract.Future))
            {
                future = future.BaseType!;
            }

            _future = future;
        }

        /// <summary>The generated ones.</summary>
        public IEnumerable<Child> Kept => _kept.Values;

        /// <param name="future">What is awaited.</param>
        /// <param name="forResult">Whether its value is read.</param>
        public Child For(ExpressionSyntax future, bool forResult)
        {
            if (IsReadonlyField(future))
            {
                return Child.Field(SourceLines.Flat(future), _body.Model.GetTypeInfo(future).Type!);
            }

            ITypeSymbol type = forResult ? _body.Model.GetTypeInfo(future).Type! : _future;
            type = type.WithNullableAnnotation(NullableAnnotation.None);
            if (!_kept.TryGetValue(type, out Child? child))
            {
                string name = SymbolEqualityComparer.Default.Equals(type, _future)
                    ? _names.Awaited
                    : _names.Unique(_names.Awaited + type.Name);
                child = Child.Generated(name, type);
                _kept.Add(type, child);
            }

            return child;
        }

        private bool IsReadonlyField(ExpressionSyntax future)
        {
            bool plain = future is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
            return plain && _body.Model.GetSymbolInfo(future).Symbol is IFieldSymbol { IsReadOnly: true };
        }
    }

    /// <summary>The variables of a lowered method, and what is taken out of its runs: constants and local functions.</summary>
    internal sealed class VariableTable
    {
        private readonly Dictionary<ISymbol, Variable> _bySymbol = new Dictionary<ISymbol, Variable>(SymbolEqualityComparer.Default);
        private readonly List<Variable> _all = new List<Variable>();
        private readonly List<List<Variable>> _fields = new List<List<Variable>>();
        private readonly Body _body;
        private readonly NameTable _names;

        public VariableTable(Body body, NameTable names)
        {
            _body = body;
            _names = names;
            List<ISymbol> fixedOnes = new List<ISymbol>();
            foreach (IParameterSymbol parameter in body.Method.Parameters.Where(item => body.Uses[item].Count > 0))
            {
                Add(new Variable(parameter.Name, parameter.Type, parameter));
            }

            foreach (KeyValuePair<ISymbol, SyntaxNode> pair in body.Declarations)
            {
                if (pair.Key is ILocalSymbol { IsConst: false } local)
                {
                    if (!Placement.StaysLocal(body, pair.Value))
                    {
                        Add(new Variable(local.Name, local.Type, local));
                    }
                }
                else
                {
                    fixedOnes.Add(pair.Key);
                }
            }

            // They may name each other, so they stay where they are only if all can.
            if (!fixedOnes.All(symbol => Placement.IsInner(body, symbol)))
            {
                foreach (ISymbol symbol in fixedOnes)
                {
                    MovedOut.Add(symbol, NameFor(symbol));
                }
            }
        }

        public IReadOnlyList<Variable> All => _all;

        /// <summary>Constants and local functions that are moved to the level of Poll, with their names there.</summary>
        public Dictionary<ISymbol, string> MovedOut { get; } = new Dictionary<ISymbol, string>(SymbolEqualityComparer.Default);

        /// <summary>Null for a local that stays in its run.</summary>
        public Variable? Find(ISymbol symbol)
        {
            return _bySymbol.TryGetValue(symbol, out Variable? variable) ? variable : null;
        }

        /// <summary>One that only the lowering knows.</summary>
        public Variable New(string name, ITypeSymbol type)
        {
            Variable variable = new Variable(name, type, null);
            _all.Add(variable);
            return variable;
        }

        /// <summary>The fields, each with the variables that share it.</summary>
        public IReadOnlyList<List<Variable>> Fields => _fields;

        /// <summary>Gives every variable its place and its name.</summary>
        /// <param name="together">For each variable, by its index, those that may not share its field.</param>
        public void Share(VariableSet[] together)
        {
            foreach (Variable variable in _all)
            {
                if (!variable.IsField)
                {
                    variable.Storage = variable.Symbol == null ? _names.Unique(variable.Name) : NameFor(variable.Symbol);
                    continue;
                }

                List<Variable>? field = _fields.FirstOrDefault(
                    shared => SymbolEqualityComparer.Default.Equals(shared[0].Type, variable.Type)
                        && !variable.IsAliased && !shared[0].IsAliased
                        && !shared.Any(other => together[variable.Index].Contains(other.Index)));
                if (field == null)
                {
                    field = new List<Variable>();
                    _fields.Add(field);
                    variable.Storage = _names.Unique("__" + variable.Name);
                }
                else
                {
                    variable.Storage = field[0].Storage;
                }

                field.Add(variable);
            }
        }

        /// <summary>A name for a local of Poll: the user's own if nothing else in the method is called that.</summary>
        public string NameFor(ISymbol symbol)
        {
            int uses = _body.Uses[symbol].Count + (_body.Declarations.ContainsKey(symbol) ? 1 : 0);
            _body.Identifiers.TryGetValue(symbol.Name, out int tokens);
            return uses != tokens ? _names.Unique(symbol.Name + "_2") : NameTable.Escape(symbol.Name);
        }

        /// <summary>Whether a run declares a local on its outermost level that stays one there.</summary>
        public bool StaysIn(TextSpan run, SyntaxNode outside)
        {
            return _body.Declarations.Any(pair => run.Contains(pair.Value.Span) && !_bySymbol.ContainsKey(pair.Key)
                && !MovedOut.ContainsKey(pair.Key) && !HasScopeInside(pair.Value, outside));
        }

        private static bool HasScopeInside(SyntaxNode declaration, SyntaxNode outside)
        {
            return declaration.AncestorsAndSelf().TakeWhile(node => node != outside).Any(
                node => node is BlockSyntax or ForStatementSyntax or CommonForEachStatementSyntax or UsingStatementSyntax
                    or FixedStatementSyntax or CatchClauseSyntax or SwitchStatementSyntax or SwitchExpressionArmSyntax
                    || Body.IsQueryPart(node));
        }

        private void Add(Variable variable)
        {
            variable.IsAliased = _body.Uses[variable.Symbol!].Any(IsAliased);
            _all.Add(variable);
            _bySymbol.Add(variable.Symbol!, variable);
        }

        // Something else may write it: a ref local, or what a ref is given to when it is made.
        private static bool IsAliased(SimpleNameSyntax use)
        {
            return use.Ancestors().TakeWhile(node => node is not StatementSyntax).Any(
                node => node is RefExpressionSyntax || (node is ArgumentSyntax { RefOrOutKeyword: { RawKind: not 0 } } argument
                    && argument.Parent?.Parent is BaseObjectCreationExpressionSyntax));
        }
    }
}
