using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>A [Linear] method and its class, seen from outside: what its body looks like does not matter here.</summary>
    internal sealed class RoutineShape
    {
        private readonly List<Finding> _findings = new List<Finding>();

        public RoutineShape(MethodDeclarationSyntax syntax, IMethodSymbol method)
        {
            Syntax = syntax;
            Method = method;
            Class = method.ContainingType;
        }

        public MethodDeclarationSyntax Syntax { get; }

        public IMethodSymbol Method { get; }

        public INamedTypeSymbol Class { get; }

        public IReadOnlyList<Finding> Findings => _findings;

        /// <summary>Whether the class can be given the members that others see, so that their code binds.</summary>
        public bool HasSurface { get; private set; } = true;

        public bool HasResult => !Method.ReturnsVoid;

        /// <summary>Says what is wrong with the form of the method and its class.</summary>
        /// <param name="all">All [Linear] methods of the compilation.</param>
        public void Check(IEnumerable<RoutineShape> all)
        {
            CheckClass(all);
            CheckForm();
            CheckMembers();
            foreach (IParameterSymbol parameter in Method.Parameters)
            {
                CheckParameter(parameter);
            }

            if (Method.ReturnType.IsHeapStruct())
            {
                Add(Refusals.StructSignature, Syntax.ReturnType, "The result", Method.ReturnType.ToDisplayString());
            }
        }

        private void CheckClass(IEnumerable<RoutineShape> all)
        {
            foreach (TypeDeclarationSyntax type in Syntax.Ancestors().OfType<TypeDeclarationSyntax>())
            {
                if (!type.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    HasSurface = false;
                    _findings.Add(new Finding(Refusals.NotPartial, type.Identifier.GetLocation(), type.Identifier.Text));
                }
            }

            if (!Class.DerivesFrom(Contract.Routine))
            {
                HasSurface = false;
                AddAtName(Refusals.NotARoutine, Class.Name);
            }

            if (Class.IsGenericType || Method.IsGenericMethod)
            {
                HasSurface = false;
                AddAtName(Refusals.GenericClass, Method.IsGenericMethod ? Method.Name : Class.Name);
            }

            RoutineShape? first = all.FirstOrDefault(other => other.Class.Equals(Class, SymbolEqualityComparer.Default));
            if (first != null && first != this)
            {
                HasSurface = false;
                AddAtName(Refusals.SecondLinear, Class.Name, first.Method.Name);
            }

            for (INamedTypeSymbol? at = Class.BaseType; at != null; at = at.BaseType)
            {
                IMethodSymbol? other = at.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(
                    member => member.Has(Contract.LinearAttribute));
                if (other != null)
                {
                    HasSurface = false;
                    AddAtName(Refusals.SecondLinear, at.Name, other.Name);
                }
            }
        }

        private void CheckForm()
        {
            string? form = Method.IsStatic ? "static"
                : Method.ReturnsByRef || Method.ReturnsByRefReadonly ? "one that returns a reference"
                : Syntax.Modifiers.Any(SyntaxKind.UnsafeKeyword) ? "unsafe"
                : Syntax.ExplicitInterfaceSpecifier != null ? "an explicit implementation of an interface"
                : Syntax.Body == null && Syntax.ExpressionBody == null ? "without a body"
                : null;
            if (form != null)
            {
                AddAtName(Refusals.WrongForm, Method.Name, form);
            }

            if (Method.IsAsync)
            {
                AddAtName(Refusals.Async);
            }
        }

        private void CheckMembers()
        {
            foreach (ISymbol member in Class.GetMembers())
            {
                if (member.IsImplicitlyDeclared || !IsTaken(member))
                {
                    continue;
                }

                Location at = member.Locations.FirstOrDefault(location => location.IsInSource) ?? Syntax.Identifier.GetLocation();
                _findings.Add(new Finding(Refusals.MemberTaken, at, Class.Name, member.Name));
                if (member.Name == Contract.Start || member.Name == Contract.Result)
                {
                    HasSurface = false;
                }
            }
        }

        private bool IsTaken(ISymbol member)
        {
            IMethodSymbol? method = member as IMethodSymbol;
            switch (member.Name)
            {
                case Contract.Await:
                    return true;
                case Contract.Result:
                    return HasResult;
                case Contract.Start:
                    return method == null || method.Parameters.Select(parameter => parameter.Type).SequenceEqual(
                        Method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);
                case Contract.Poll:
                    return method == null || method.IsOverride;
                case Contract.Cancel:
                case Contract.Detach:
                    return method == null || method.Parameters.Length == 0;
                default:
                    return false;
            }
        }

        private void CheckParameter(IParameterSymbol parameter)
        {
            SyntaxNode at = parameter.DeclaringSyntaxReferences[0].GetSyntax();
            string? kind = parameter.RefKind == RefKind.Out ? "out"
                : parameter.RefKind == RefKind.In ? "in"
                : parameter.RefKind != RefKind.None ? "ref"
                : parameter.IsParams ? "a params array, made at every call"
                : null;
            if (kind != null)
            {
                Add(Refusals.RefParameter, at, parameter.Name, kind);
            }

            if (parameter.Type.IsHeapStruct())
            {
                Add(Refusals.StructSignature, at, parameter.Name, parameter.Type.ToDisplayString());
            }
        }

        private void Add(DiagnosticDescriptor rule, SyntaxNode at, params string[] arguments)
        {
            _findings.Add(new Finding(rule, at.GetLocation(), arguments));
        }

        private void AddAtName(DiagnosticDescriptor rule, params string[] arguments)
        {
            _findings.Add(new Finding(rule, Syntax.Identifier.GetLocation(), arguments));
        }
    }
}
