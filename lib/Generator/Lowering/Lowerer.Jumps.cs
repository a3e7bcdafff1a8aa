using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // break, continue, return and throw; in copied statements too.
    internal sealed partial class Lowerer
    {
        /// <summary>The way from here to a label that was made when the scope was the innermost; null for the method.</summary>
        private Jump JumpTo(Scope? outer, Label target)
        {
            List<Label> crossed = new List<Label>();
            for (int i = _scopes.Count - 1; i >= 0 && _scopes[i] != outer; i--)
            {
                if (_scopes[i] is not GuardScope guard)
                {
                    continue;
                }

                if (guard.Awaited != null)
                {
                    return new Jump(guard.Awaited, guard.Awaited.CodeOf(outer, target), crossed);
                }

                guard.Crossing.Add(target);
                crossed.Add(guard.Entry);
            }

            return new Jump(target, crossed);
        }

        /// <summary>The way out of the method.</summary>
        private Jump Leave()
        {
            return JumpTo(null, Done);
        }

        private void Leave(Scope scope)
        {
            System.Diagnostics.Debug.Assert(_scopes[_scopes.Count - 1] == scope, "Scopes are left in the order they were entered.");
            _scopes.RemoveAt(_scopes.Count - 1);
        }

        /// <summary>Goes to a label in the same scope.</summary>
        private void GoTo(Label label)
        {
            label.IsNamed = true;
            HiddenOp op = Hidden(() => "goto " + label.Name + ";");
            op.Jumps.Add(label);
            op.FallsThrough = false;
        }

        private void GoTo(Jump jump)
        {
            HiddenOp op = Hidden(jump.Text);
            op.Take(jump);
            op.FallsThrough = false;
        }

        /// <summary>Finds the jumps in copied code that leave it, and where they go.</summary>
        private void TakeJumps(SyntaxNode code, Op op)
        {
            foreach (SyntaxNode node in Body.OwnNodes(code))
            {
                Jump? jump = node switch
                {
                    ReturnStatementSyntax => Leave(),
                    BreakStatementSyntax => JumpOf((StatementSyntax)node, scope => scope.Break, IsBreakable),
                    ContinueStatementSyntax => JumpOf((StatementSyntax)node, scope => scope.Continue!, IsLoop),
                    _ => null,
                };
                if (jump != null)
                {
                    Jumps.Add((StatementSyntax)node, jump);
                    op.Take(jump);
                }
                else if (node is ThrowStatementSyntax { Expression: null } rethrow)
                {
                    TakeRethrow(rethrow, op);
                }
                else if (node is GotoStatementSyntax own && Placement.LabelOf(Body, own) is LabeledStatementSyntax target)
                {
                    op.Jumps.Add(Target(target));
                }
            }
        }

        private Jump? JumpOf(StatementSyntax jump, System.Func<JumpScope, Label> target, System.Func<SyntaxNode, bool> isTarget)
        {
            SyntaxNode loop = jump.Ancestors().First(isTarget);
            JumpScope? scope = _scopes.OfType<JumpScope>().FirstOrDefault(item => item.Syntax == loop);
            return scope == null ? null : JumpTo(scope, target(scope));
        }

        private void TakeRethrow(ThrowStatementSyntax rethrow, Op op)
        {
            SyntaxNode clause = rethrow.Ancestors().First(node => node is CatchClauseSyntax);
            CatchScope? scope = _scopes.OfType<CatchScope>().FirstOrDefault(item => item.Syntax == clause);
            if (scope != null)
            {
                Rethrows.Add(rethrow, scope.Caught!);
                op.Reads.Add(scope.Caught!);
            }
        }

        private static bool IsLoop(SyntaxNode node)
        {
            return node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;
        }

        private static bool IsBreakable(SyntaxNode node)
        {
            return node is SwitchStatementSyntax || IsLoop(node);
        }
    }

    // using: a try with a finally that disposes.
    internal sealed partial class Lowerer
    {
        private void LowerUsing(UsingStatementSyntax statement)
        {
            if (statement.Declaration != null)
            {
                LowerUsing(statement.Declaration, () => LowerStatement(statement.Statement));
                return;
            }

            // null is a resource too, of no type.
            ITypeSymbol type = Body.Model.GetTypeInfo(statement.Expression!).Type ?? Special(SpecialType.System_IDisposable);
            Variable resource = Variables.New("resource", type);
            DefineAs(resource, statement.Expression!);
            LowerFinally(true, () => LowerStatement(statement.Statement), () => Dispose(resource));
        }

        private void LowerUsing(VariableDeclarationSyntax declaration, Action rest, int index = 0)
        {
            if (index == declaration.Variables.Count)
            {
                rest();
                return;
            }

            VariableDeclaratorSyntax declarator = declaration.Variables[index];
            Variable resource = Variables.Find(Body.Model.GetDeclaredSymbol(declarator)!)!;
            DefineAs(resource, declarator.Initializer!.Value);
            LowerFinally(true, () => LowerUsing(declaration, rest, index + 1), () => Dispose(resource));
        }

        private void Dispose(Variable resource)
        {
            HiddenOp op = Hidden(() => "if ((object)" + resource.Storage + " != null) ((global::System.IDisposable)" + resource.Storage
                + ").Dispose();");
            op.Reads.Add(resource);
        }
    }
}
