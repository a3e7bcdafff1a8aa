using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
}
