using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace NanoExecutor.Generator
{
    /// <summary>
    /// Warns about a future that is made or armed and dropped, as the compiler does about a Task. Arming returns the future
    /// itself, which may be awaited later on; so it is fine where the rest of the class does something else with it than
    /// arming it again.
    /// </summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    public sealed class UnawaitedAnalyzer : DiagnosticAnalyzer
    {
        /// <inheritdoc/>
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(TaskRules.NotAwaited);

        /// <inheritdoc/>
        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterOperationAction(CheckStatement, OperationKind.ExpressionStatement);
            context.RegisterOperationAction(CheckLocal, OperationKind.VariableDeclarator);
        }

        private static void CheckStatement(OperationAnalysisContext context)
        {
            // The body of a lambda may look like a statement; what it yields goes to whoever runs it.
            bool isWritten = context.Operation.Syntax is ExpressionStatementSyntax || context.Operation.Syntax.Parent is ForStatementSyntax;
            IOperation value = Bare(((IExpressionStatementOperation)context.Operation).Operation);
            if (isWritten && Drops(value, IsTask(context)))
            {
                Report(context, value);
            }
        }

        // One that is kept in a local, which nothing reads.
        private static void CheckLocal(OperationAnalysisContext context)
        {
            IVariableDeclaratorOperation declarator = (IVariableDeclaratorOperation)context.Operation;
            if (declarator.Initializer == null || !Drops(Bare(declarator.Initializer.Value), IsTask(context))
                || declarator.Syntax.FirstAncestorOrSelf<UsingStatementSyntax>()?.Declaration?.Span.Contains(declarator.Syntax.Span) == true
                || declarator.Syntax.Parent?.Parent is LocalDeclarationStatementSyntax { UsingKeyword: { RawKind: not 0 } })
            {
                return;
            }

            SyntaxNode scope = ScopeOf(declarator.Syntax);
            string name = declarator.Symbol.Name;
            bool isRead = scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name);
            if (!isRead)
            {
                Report(context, Bare(declarator.Initializer.Value));
            }
        }

        private static void Report(OperationAnalysisContext context, IOperation value)
        {
            string text = string.Join(" ", value.Syntax.ToString().Split(new[] { '\r', '\n', ' ' }, System.StringSplitOptions.RemoveEmptyEntries));
            context.ReportDiagnostic(Diagnostic.Create(TaskRules.NotAwaited, value.Syntax.GetLocation(), text));
        }

        private static IOperation Bare(IOperation value)
        {
            return value switch
            {
                IConversionOperation conversion => Bare(conversion.Operand),
                IConditionalAccessOperation access => Bare(access.WhenNotNull),
                _ => value,
            };
        }

        private static bool Drops(IOperation value, bool isTask)
        {
            if (!value.Type.DerivesFrom(Contract.Future))
            {
                return false;
            }

            switch (value)
            {
                case IObjectCreationOperation:
                    return true;
                case IInvocationOperation call when Arms(call.TargetMethod):
                    IOperation? on = call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments[0].Value : null);
                    // Elsewhere than in a task, a method may well take a future out of something.
                    return on == null || !IsItself(call.TargetMethod, on)
                        ? isTask
                        : !IsUsedOtherwise(on, value.Syntax);
                default:
                    return false;
            }
        }

        private static bool IsTask(OperationAnalysisContext context)
        {
            return context.ContainingSymbol.ContainingType.DerivesFrom(Contract.Future);
        }

        // A method that arms a future returns that future; another one makes or arms one of its own.
        private static bool IsItself(IMethodSymbol method, IOperation on)
        {
            return on is IInstanceReferenceOperation
                ? SymbolEqualityComparer.Default.Equals(method.ReturnType, on.Type)
                : on.Type.DerivesFrom(Contract.Future);
        }

        // Not what only gives out a future that it had, as a collection or an executor does; and Await may yield one.
        private static bool Arms(IMethodSymbol method)
        {
            INamespaceSymbol? space = method.ContainingNamespace;
            while (space != null && space.ContainingNamespace is { IsGlobalNamespace: false })
            {
                space = space.ContainingNamespace;
            }

            return !AwaitCall.IsMarker(method) && space?.Name != "System" && !method.ContainingType.DerivesFrom(Contract.Executor);
        }

        private static bool IsUsedOtherwise(IOperation on, SyntaxNode call)
        {
            switch (Root(on))
            {
                case ILocalReferenceOperation local:
                    return !IsMade(local.Local) || IsUsedIn(ScopeOf(call), local.Local.Name, on.Type!);
                case IParameterReferenceOperation or IInstanceReferenceOperation:
                    // It belongs to somebody else, who may await it.
                    return true;
                case IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } field, Instance: null or IInstanceReferenceOperation }:
                    return IsUsedIn(field.ContainingType, field.Name, on.Type!);
                case IPropertyReferenceOperation { Property: { DeclaredAccessibility: Accessibility.Private } property, Instance: null or IInstanceReferenceOperation }:
                    return IsUsedIn(property.ContainingType, property.Name, on.Type!);
                case IFieldReferenceOperation or IPropertyReferenceOperation:
                    return true;
                default:
                    return false;
            }
        }

        private static IOperation Root(IOperation on)
        {
            return on switch
            {
                IArrayElementReferenceOperation element => Root(element.ArrayReference),
                IConversionOperation conversion => Root(conversion.Operand),
                IConditionalAccessInstanceOperation instance => Root(AccessOf(instance)),
                // _d.For(10).For(20) arms _d.
                IInvocationOperation { Instance: IOperation instance } when instance.Type.DerivesFrom(Contract.Future) => Root(instance),
                _ => on,
            };
        }

        private static IOperation AccessOf(IConditionalAccessInstanceOperation instance)
        {
            IOperation? at = instance.Parent;
            while (at is not null and not IConditionalAccessOperation)
            {
                at = at.Parent;
            }

            return at is IConditionalAccessOperation access ? access.Operation : instance;
        }

        private static bool IsUsedIn(INamedTypeSymbol type, string name, ITypeSymbol future)
        {
            return type.DeclaringSyntaxReferences.Any(part => IsUsedIn(part.GetSyntax(), name, future));
        }

        // By name: a use of something else that is called so makes a warning less, never one too many.
        private static bool IsUsedIn(SyntaxNode scope, string name, ITypeSymbol future)
        {
            return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(
                use => use.Identifier.ValueText == name && !IsArming(use, future) && !IsMaking(use));
        }

        // _d.For(…), this._d.For(…), _d[0].For(…): the call arms it again, and does not await it.
        private static bool IsArming(IdentifierNameSyntax use, ITypeSymbol future)
        {
            SyntaxNode at = use;
            while ((at.Parent is MemberAccessExpressionSyntax outer && outer.Name == at)
                || (at.Parent is ElementAccessExpressionSyntax element && element.Expression == at)
                || at.Parent is ParenthesizedExpressionSyntax
                || at.Parent is ConditionalAccessExpressionSyntax { Expression: ExpressionSyntax tested } && tested == at)
            {
                at = at.Parent!;
            }

            string? called = at switch
            {
                ConditionalAccessExpressionSyntax access => Name(access.WhenNotNull),
                _ when at.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } member && member.Expression == at =>
                    member.Name.Identifier.ValueText,
                _ => null,
            };
            return called != null && ReturnsFuture(future, called);
        }

        private static bool ReturnsFuture(ITypeSymbol type, string method)
        {
            for (ITypeSymbol? at = type; at != null; at = at.BaseType)
            {
                if (at.GetMembers(method).OfType<IMethodSymbol>().Any(member => member.ReturnType.DerivesFrom(Contract.Future)))
                {
                    return true;
                }
            }

            return false;
        }

        private static string? Name(ExpressionSyntax access)
        {
            return access is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding }
                ? binding.Name.Identifier.ValueText
                : null;
        }

        private static bool IsMade(ILocalSymbol local)
        {
            return local.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>()
                .Any(declarator => declarator.Initializer?.Value is BaseObjectCreationExpressionSyntax);
        }

        // _d = new Delay(). One that comes from elsewhere is somebody else's too.
        private static bool IsMaking(IdentifierNameSyntax use)
        {
            SyntaxNode at = use.Parent is MemberAccessExpressionSyntax member && member.Name == use ? member : use;
            return at.Parent is AssignmentExpressionSyntax { Right: BaseObjectCreationExpressionSyntax } assignment && assignment.Left == at;
        }

        private static SyntaxNode ScopeOf(SyntaxNode node)
        {
            return node.Ancestors().FirstOrDefault(outer => outer is MemberDeclarationSyntax) ?? node.SyntaxTree.GetRoot();
        }
    }
}
