using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // Await itself, and the statements that are little more than one.
    internal sealed partial class Lowerer
    {
        private Child Await(InvocationExpressionSyntax call, bool forResult)
        {
            ExpressionSyntax future = call.ArgumentList.Arguments[0].Expression;
            Child child = Children.For(future, forResult);
            AwaitOp op = new AwaitOp(Awaits.Count + 1, call, child, PollForms.Of(Body.Model.GetTypeInfo(future).Type));
            Awaits.Add(op);
            op.Read(future, this);
            if (_scopes.OfType<FinallyScope>().Any())
            {
                op.Leave = Leave();
                op.Take(op.Leave);
                KnowsCancelling = true;
            }

            GuardScope? guard = _scopes.OfType<GuardScope>().LastOrDefault();
            if (guard != null)
            {
                op.Cancel = CancelAt(guard, child);
                op.Jumps.Add(op.Cancel.Entry);
            }

            Add(op);
            _region?.Add(op);
            return child;
        }

        private CancelOp CancelAt(GuardScope guard, Child child)
        {
            CancelOp? cancel = guard.Cancels.FirstOrDefault(item => item.Child.Text == child.Text);
            if (cancel == null)
            {
                cancel = new CancelOp(child, Leave());
                Cancels.Add(cancel);
                guard.Cancels.Add(cancel);
                guard.Region.Add(cancel);
            }

            return cancel;
        }

        private void LowerExpression(ExpressionSyntax expression)
        {
            if (expression is AssignmentExpressionSyntax assignment && AwaitCall.Inside(assignment.Right) is InvocationExpressionSyntax right
                && IsAwait(right))
            {
                bool kept = Body.Model.GetSymbolInfo(assignment.Left).Symbol is not IDiscardSymbol;
                Child child = Await(right, kept);
                if (kept)
                {
                    AssignResult(assignment.Left, child);
                }
            }
            else if (AwaitCall.Inside(expression) is InvocationExpressionSyntax call && IsAwait(call))
            {
                Await(call, forResult: false);
            }
            else
            {
                Add(new UserOp(() => string.Empty, expression, () => ";")).Read(expression, this);
            }
        }

        private void AssignResult(ExpressionSyntax target, Child child)
        {
            HiddenOp op = Add(new HiddenOp(writer => writer.Line(writer.Text(target) + " = " + child.Text + ".Result;")));
            if (AwaitCall.Bare(target) is IdentifierNameSyntax name && Body.LocalOf(name) is ISymbol symbol && Variables.Find(symbol) is Variable variable)
            {
                op.Kills.Add(variable);
                op.Writes.Add(variable);
            }
        }

        private void LowerDeclaration(VariableDeclarationSyntax declaration)
        {
            foreach (VariableDeclaratorSyntax declarator in declaration.Variables)
            {
                Variable variable = Variables.Find(Body.Model.GetDeclaredSymbol(declarator)!)!;
                ExpressionSyntax? value = declarator.Initializer?.Value;
                if (AwaitCall.Inside(value) is InvocationExpressionSyntax call && IsAwait(call))
                {
                    Child child = Await(call, forResult: true);
                    Define(variable, () => child.Text + ".Result");
                }
                else if (value != null)
                {
                    DefineAs(variable, value);
                }
                else
                {
                    Forget(variable);
                }
            }
        }

        private void LowerReturn(ReturnStatementSyntax statement)
        {
            Child child = Await(AwaitCall.Inside(statement.Expression)!, forResult: true);
            Hidden(() => Names.Result + " = " + child.Text + ".Result;");
            GoTo(Leave());
        }

        /// <summary>Gives a variable its first value, from code of ours.</summary>
        private void Define(Variable variable, System.Func<string> value)
        {
            HiddenOp op = Hidden(() => variable.Storage + " = " + value() + ";");
            op.Kills.Add(variable);
            op.Writes.Add(variable);
        }

        /// <summary>Gives a variable its first value, from code of the user's.</summary>
        private void DefineAs(Variable variable, ExpressionSyntax value)
        {
            string array = value is InitializerExpressionSyntax ? "new " + TypeText(variable.Type) + " " : string.Empty;
            UserOp op = Add(new UserOp(() => variable.Storage + " = " + array, value, () => ";"));
            op.Read(value, this);
            op.Kills.Add(variable);
            op.Writes.Add(variable);
        }

        /// <summary>Marks that a variable has no value from here on.</summary>
        private void Forget(Variable variable)
        {
            HiddenOp op = Add(new HiddenOp(_ => { }));
            op.Kills.Add(variable);
        }

        private string TypeText(ITypeSymbol type)
        {
            return Body.Shape.Types.Of(type);
        }
    }
}
