using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    /// <summary>What blocks in the methods of one class, and which of them its tasks come to. Filled by several threads.</summary>
    internal sealed class BlockingCalls
    {
        private readonly ConcurrentQueue<Place> _places = new ConcurrentQueue<Place>();
        private readonly ConcurrentQueue<(ISymbol Caller, ISymbol Called)> _calls = new ConcurrentQueue<(ISymbol, ISymbol)>();
        private readonly INamedTypeSymbol _type;

        public BlockingCalls(INamedTypeSymbol type)
        {
            _type = type;
        }

        public void Call(IOperation operation, IMethodSymbol method, ISymbol member)
        {
            if (FunctionOf(operation, member) is not ISymbol caller)
            {
                return;
            }

            if (BlockingMembers.Advice(method) is string advice)
            {
                string name = method.ContainingType.Name + "." + method.Name;
                _places.Enqueue(new Place(caller, operation.Syntax, TaskRules.Blocking, name, advice));
            }

            Follow(caller, method);
        }

        public void Read(IPropertyReferenceOperation operation, ISymbol member)
        {
            if (FunctionOf(operation, member) is not ISymbol caller)
            {
                return;
            }

            if (BlockingMembers.Advice(operation.Property) is string advice)
            {
                string name = operation.Property.ContainingType.Name + "." + operation.Property.Name;
                _places.Enqueue(new Place(caller, operation.Syntax, TaskRules.Blocking, name, advice));
            }

            Follow(caller, operation.Property.GetMethod);
            Follow(caller, operation.Property.SetMethod);
        }

        public void Lock(ILockOperation operation, ISymbol member)
        {
            if (FunctionOf(operation, member) is ISymbol caller && IsShared(operation.LockedValue, operation.Syntax))
            {
                SyntaxNode locked = operation.LockedValue.Syntax;
                _places.Enqueue(new Place(caller, locked, TaskRules.SharedLock, locked.ToString(), null));
            }
        }

        /// <summary>Reports the places that a task comes to, each once.</summary>
        public void Report(Action<Diagnostic> report)
        {
            Dictionary<ISymbol, ISymbol> rootOf = new Dictionary<ISymbol, ISymbol>(SymbolEqualityComparer.Default);
            foreach (IMethodSymbol root in _type.GetMembers().OfType<IMethodSymbol>().Where(IsRoot))
            {
                Reach(root, root, rootOf);
            }

            foreach (Place place in _places.Where(place => rootOf.ContainsKey(place.Method)))
            {
                report(place.ToDiagnostic(rootOf[place.Method]));
            }
        }

        private void Follow(ISymbol caller, IMethodSymbol? method)
        {
            if (method != null && (method.MethodKind == MethodKind.LocalFunction
                || SymbolEqualityComparer.Default.Equals(method.ContainingType, _type)))
            {
                _calls.Enqueue((caller, method.OriginalDefinition));
            }
        }

        private void Reach(ISymbol method, ISymbol root, Dictionary<ISymbol, ISymbol> rootOf)
        {
            if (rootOf.ContainsKey(method))
            {
                return;
            }

            rootOf.Add(method, root);
            foreach ((ISymbol caller, ISymbol called) in _calls)
            {
                if (SymbolEqualityComparer.Default.Equals(caller, method))
                {
                    Reach(called, root, rootOf);
                }
            }
        }

        private static bool IsRoot(IMethodSymbol method)
        {
            if (method.Has(Contract.LinearAttribute))
            {
                return true;
            }

            IMethodSymbol? at = method.OverriddenMethod;
            while (at?.OverriddenMethod != null)
            {
                at = at.OverriddenMethod;
            }

            return at != null && at.ContainingType.Is(Contract.Future);
        }

        /// <summary>The method or local function that an operation is part of; null in a lambda, which somebody else may run.</summary>
        private static ISymbol? FunctionOf(IOperation operation, ISymbol member)
        {
            for (IOperation? at = operation; at != null; at = at.Parent)
            {
                if (at is IAnonymousFunctionOperation)
                {
                    return null;
                }

                if (at is ILocalFunctionOperation function)
                {
                    return function.Symbol;
                }
            }

            return member;
        }

        // Not a local, nor a private field that is made here and that nothing but this method locks or gives away.
        private bool IsShared(IOperation locked, SyntaxNode statement)
        {
            while (locked is IConversionOperation conversion)
            {
                locked = conversion.Operand;
            }

            switch (locked)
            {
                case IObjectCreationOperation:
                    return false;
                case ILocalReferenceOperation local:
                    return !IsMade(local.Local) || IsGivenAway(statement, statement.Ancestors().First(node => node is MemberDeclarationSyntax), local.Local.Name);
                case IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private, IsStatic: false } field }:
                    return !IsMade(field) || _type.DeclaringSyntaxReferences.Any(part => IsGivenAway(statement, part.GetSyntax(), field.Name));
                default:
                    return true;
            }
        }

        private static bool IsMade(ISymbol variable)
        {
            return variable.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().All(
                declarator => declarator.Initializer?.Value is BaseObjectCreationExpressionSyntax or ArrayCreationExpressionSyntax
                    or ImplicitArrayCreationExpressionSyntax or InitializerExpressionSyntax);
        }

        private static bool IsGivenAway(SyntaxNode statement, SyntaxNode scope, string name)
        {
            SyntaxNode? own = statement.FirstAncestorOrSelf<MemberDeclarationSyntax>();
            return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(
                use => use.Identifier.ValueText == name && !IsPartOf(use) && !own!.Span.Contains(use.Span) && !IsGenerated(use));
        }

        // x[0] and x.Length do not give x away.
        private static bool IsPartOf(IdentifierNameSyntax use)
        {
            SyntaxNode at = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own && own.Name == use ? own : use;
            return (at.Parent is ElementAccessExpressionSyntax element && element.Expression == at)
                || (at.Parent is MemberAccessExpressionSyntax member && member.Expression == at);
        }

        // Poll of this class has the lines of the [Linear] method once more.
        private static bool IsGenerated(SyntaxNode use)
        {
            return use.SyntaxTree.FilePath.EndsWith(".Linear.g.cs", StringComparison.Ordinal);
        }

        private sealed class Place
        {
            private readonly SyntaxNode _at;
            private readonly DiagnosticDescriptor _rule;
            private readonly string _name;
            private readonly string? _advice;

            public Place(ISymbol method, SyntaxNode at, DiagnosticDescriptor rule, string name, string? advice)
            {
                Method = method;
                _at = at;
                _rule = rule;
                _name = name;
                _advice = advice;
            }

            public ISymbol Method { get; }

            public Diagnostic ToDiagnostic(ISymbol root)
            {
                bool isRoot = SymbolEqualityComparer.Default.Equals(root, Method);
                string path = isRoot ? string.Empty : " (" + root.Name + " calls " + Method.Name + ")";
                return Diagnostic.Create(_rule, _at.GetLocation(), _name, path, _advice);
            }
        }
    }
}
