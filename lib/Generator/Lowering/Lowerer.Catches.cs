using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // The catch clauses of a try. One without Await is copied; the block of one with Await is code behind the try.
    internal sealed partial class Lowerer
    {
        private void LowerCatches(TryStatementSyntax statement)
        {
            int number = NextLabel();
            Label end = NewLabel("end_" + number);
            Label behind = new Label("behind");
            bool resumes = Body.ContainsAwait(statement.Block);
            bool cancelled = resumes && HasGuard(statement.Block);
            Variable? entered = cancelled && _scopes.OfType<FinallyScope>().Any()
                ? Variables.New("entered", Special(SpecialType.System_Boolean))
                : null;
            List<KeyValuePair<CatchClauseSyntax, Label>> clauses = new List<KeyValuePair<CatchClauseSyntax, Label>>();
            foreach (CatchClauseSyntax clause in statement.Catches)
            {
                clauses.Add(new KeyValuePair<CatchClauseSyntax, Label>(clause, new Label("handler")));
                if (cancelled)
                {
                    Uncatching.Add(clause, entered);
                    KnowsCancelling = true;
                }
            }

            if (entered != null)
            {
                Define(entered, () => Names.Cancelling);
            }

            Region region = Guard(resumes, clauses.Select(clause => clause.Value).ToArray());
            LowerList(statement.Block.Statements);
            EndGuard(region, behind, new List<CancelOp>());
            List<Action> bodies = new List<Action>();
            foreach (KeyValuePair<CatchClauseSyntax, Label> clause in clauses)
            {
                Place(clause.Value);
                LowerCatch(clause.Key, behind, "catch_" + number + "_" + (bodies.Count + 1), bodies);
            }

            Place(behind);
            foreach (Action body in bodies)
            {
                GoTo(end);
                body();
            }

            Place(end);
        }

        private void LowerCatch(CatchClauseSyntax clause, Label behind, string name, List<Action> bodies)
        {
            if (!Body.ContainsAwait(clause))
            {
                CopyOp copy = AddCopy(clause, new object());
                ReadEntered(clause, copy);
                copy.Jumps.Add(behind);
                copy.FallsThrough = false;
                return;
            }

            Variable? caught = clause.Block.DescendantNodes().Any(node => node is ThrowStatementSyntax { Expression: null })
                ? Variables.New("caught", ExceptionType())
                : null;
            Variable? named = clause.Declaration != null && Body.Model.GetDeclaredSymbol(clause.Declaration) is ISymbol symbol
                ? Variables.Find(symbol)
                : null;
            Label label = Named(name);
            CatchOp op = new CatchOp(clause, Names.Unique("thrown"), named, caught, label);
            if (clause.Filter != null)
            {
                op.Read(clause.Filter, this);
            }

            // The exception variable has its value from the catch, also in its filter.
            foreach (Variable? variable in new[] { named, caught })
            {
                if (variable != null)
                {
                    op.Reads.Remove(variable);
                    op.Kills.Add(variable);
                    op.Writes.Add(variable);
                }
            }

            ReadEntered(clause, op);
            Add(op);
            bodies.Add(() =>
            {
                Place(label);
                CatchScope scope = new CatchScope(clause, caught);
                _scopes.Add(scope);
                LowerList(clause.Block.Statements);
                Leave(scope);
            });
        }

        private void ReadEntered(CatchClauseSyntax clause, Op op)
        {
            if (Uncatching.TryGetValue(clause, out Variable? entered) && entered != null)
            {
                op.Reads.Add(entered);
            }
        }

        // Whether a finally block may run during a cancellation in the block, and throw.
        private bool HasGuard(BlockSyntax block)
        {
            return block.DescendantNodes().Any(node => Body.ContainsAwait(node) && (node is TryStatementSyntax { Finally: not null }
                or UsingStatementSyntax || node is BlockSyntax inner && inner.Statements.Any(Placement.IsUsingDeclaration)))
                || block.Statements.Any(Placement.IsUsingDeclaration);
        }
    }
}
