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

        public RoutineShape(MethodDeclarationSyntax syntax, IMethodSymbol method, TypeNames types)
        {
            Syntax = syntax;
            Method = method;
            Types = types;
            Class = method.ContainingType;
        }

        public MethodDeclarationSyntax Syntax { get; }

        public IMethodSymbol Method { get; }

        public INamedTypeSymbol Class { get; }

        public TypeNames Types { get; }

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
            CheckBases();
            foreach (IParameterSymbol parameter in Method.Parameters)
            {
                CheckParameter(parameter);
            }

            if (Method.ReturnType.IsHeapStruct())
            {
                Add(Refusals.StructSignature, Syntax.ReturnType, "The result", Method.ReturnType.ToDisplayString());
            }

            CheckTypes();
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

                if (type.Modifiers.Any(modifier => modifier.Text == "file"))
                {
                    HasSurface = false;
                    _findings.Add(new Finding(Refusals.FileLocal, type.Identifier.GetLocation(), type.Identifier.Text));
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
                AddAtName(Refusals.SecondLinear, "'" + Class.Name + "'", first.Method.Name);
            }
        }

        private void CheckBases()
        {
            for (INamedTypeSymbol? at = Class.BaseType; at != null && at.DerivesFrom(Contract.Routine) && !at.Is(Contract.Routine); at = at.BaseType)
            {
                foreach (IMethodSymbol member in at.GetMembers().OfType<IMethodSymbol>())
                {
                    if (member.Has(Contract.LinearAttribute))
                    {
                        HasSurface = false;
                        AddAtName(Refusals.SecondLinear, "'" + at.Name + "', the base class of '" + Class.Name + "',", member.Name);
                    }
                    else if (member.IsSealed && IsTaken(member))
                    {
                        HasSurface = false;
                        AddAtName(
                            Refusals.MemberTaken, "'" + at.Name + "." + member.Name + "' is sealed, and it is a member", "remove 'sealed'");
                    }
                }
            }
        }

        private void CheckForm()
        {
            string? form = Method.IsStatic ? "static"
                : Method.ReturnsByRef || Method.ReturnsByRefReadonly ? "one that returns a reference"
                : Method.ReturnType is IPointerTypeSymbol or IFunctionPointerTypeSymbol ? "one that returns a pointer"
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
            if (IsTaken(Class))
            {
                HasSurface = false;
                _findings.Add(new Finding(
                    Refusals.MemberTaken,
                    Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.Identifier.GetLocation(),
                    "Class '" + Class.Name + "' has the name of a member", "rename the class"));
            }

            foreach (ISymbol member in Class.GetMembers())
            {
                if (member.IsImplicitlyDeclared || !IsTaken(member))
                {
                    continue;
                }

                Location at = member.Locations.FirstOrDefault(location => location.IsInSource) ?? Syntax.Identifier.GetLocation();
                _findings.Add(new Finding(
                    Refusals.MemberTaken, at, "'" + Class.Name + "." + member.Name + "' is a member", "rename yours"));
                HasSurface &= member.Name is Contract.Cancel or Contract.Detach;
            }
        }

        private bool IsTaken(ISymbol member)
        {
            IMethodSymbol? method = member as IMethodSymbol;
            if (method != null && method.IsGenericMethod)
            {
                return member.Name == Contract.Await;
            }

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
                    return method == null || (method.Parameters.Length == 1 && method.Parameters[0].Type.Is(Contract.Waker));
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
                : parameter.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol ? "a pointer"
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

        // A type that is not found may be one that another generator writes.
        private void CheckTypes()
        {
            foreach ((ParameterSyntax syntax, IParameterSymbol symbol) in Syntax.ParameterList.Parameters.Zip(
                Method.Parameters, (syntax, symbol) => (syntax, symbol)))
            {
                CheckType(syntax.Type ?? (SyntaxNode)syntax, symbol.Type);
            }

            CheckType(Syntax.ReturnType, Method.ReturnType);
        }

        private void CheckType(SyntaxNode at, ITypeSymbol type)
        {
            if (IsMissing(type))
            {
                HasSurface = false;
                Add(Refusals.Broken, at, Method.Name, "'" + type.ToDisplayString() + "' is not found", Refusals.Unseen);
            }
        }

        private static bool IsMissing(ITypeSymbol type)
        {
            return type switch
            {
                IArrayTypeSymbol array => IsMissing(array.ElementType),
                INamedTypeSymbol named => named.TypeKind == TypeKind.Error || named.TypeArguments.Any(IsMissing),
                _ => false,
            };
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
