using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // try, catch, finally and using. Guarded code stays in a real try. A catch or finally block without Await stays one too; with
    // Await it becomes ordinary code behind the try, because nothing can come back into a real one.
    internal sealed partial class Lowerer
    {
        private void LowerTry(TryStatementSyntax statement)
        {
            Action inner = () => LowerCatches(statement);
            if (statement.Catches.Count == 0)
            {
                inner = () => LowerList(statement.Block.Statements);
            }

            bool resumes = Body.ContainsAwait(statement.Block) || statement.Catches.Any(clause => Body.ContainsAwait(clause));
            if (statement.Finally == null)
            {
                inner();
            }
            else if (Body.ContainsAwait(statement.Finally))
            {
                LowerAwaitedFinally(statement.Finally.Block, resumes, inner);
            }
            else
            {
                LowerFinally(resumes, inner, () => Copy(statement.Finally.Block, new object()));
            }
        }

        private void LowerFinally(bool resumes, Action guarded, Action block)
        {
            Label entry = new Label("finally");
            Label end = new Label("end");
            Region region = Guard(resumes, entry);
            GuardScope scope = new GuardScope(region, entry, null);
            _scopes.Add(scope);
            guarded();
            EndGuard(region, entry, scope.Cancels);
            Leave(scope);
            Place(entry);
            Add(new HiddenOp(writer => OpenFinally(writer, resumes)));
            block();
            HiddenOp close = Add(new HiddenOp(writer => CloseFinally(writer, resumes)));
            close.Jumps.AddRange(scope.Crossing);
            Place(end);
        }

        private static void OpenFinally(PollWriter writer, bool resumes)
        {
            writer.Line("finally");
            writer.Open();
            if (resumes)
            {
                // Also Poll leaves through here while it waits; only then is the state that of an Await.
                writer.Line("if (" + writer.Names.State + " < 0)");
                writer.Open();
            }
        }

        private static void CloseFinally(PollWriter writer, bool resumes)
        {
            if (resumes)
            {
                writer.Close();
            }

            writer.Close();
            writer.Blank();
        }

        private void LowerAwaitedFinally(BlockSyntax block, bool resumes, Action guarded)
        {
            Label entry = new Label("finally_" + NextLabel());
            AwaitedFinally awaited = new AwaitedFinally(
                entry,
                Variables.New("exit", Special(SpecialType.System_Int32)),
                Variables.New("exception", ExceptionType()));
            Label caught = new Label("caught");
            Region region = Guard(resumes, caught);
            GuardScope scope = new GuardScope(region, entry, awaited);
            _scopes.Add(scope);
            guarded();
            Define(awaited.Exit, () => "0");
            Define(awaited.Exception, () => "null");
            EndGuard(region, entry, scope.Cancels);
            Leave(scope);
            CatchAll(caught, awaited);
            Place(entry);
            _scopes.Add(new FinallyScope());
            LowerList(block.Statements);
            Leave(_scopes.Last());
            EndFinally(awaited);
        }

        private void CatchAll(Label caught, AwaitedFinally awaited)
        {
            string name = Names.Unique("thrown");
            Place(caught);
            HiddenOp op = Add(new HiddenOp(writer =>
            {
                writer.Line("catch (global::System.Exception " + name + ")");
                writer.Open();
                writer.Line(awaited.Exit.Storage + " = 0;");
                writer.Line(awaited.Exception.Storage + " = " + name + ";");
                writer.Close();
                writer.Blank();
            }));
            op.Kills.Add(awaited.Exit);
            op.Kills.Add(awaited.Exception);
            op.Writes.UnionWith(op.Kills);
        }

        private void EndFinally(AwaitedFinally awaited)
        {
            HiddenOp rethrow = Hidden(() => "if (" + awaited.Exception.Storage + " != null) throw " + Contract.Errors + ".Rethrow("
                + awaited.Exception.Storage + ");");
            rethrow.Reads.Add(awaited.Exception);
            for (int i = 0; i < awaited.Exits.Count; i++)
            {
                int code = i + 1;
                Jump jump = JumpTo(awaited.Exits[i].Outer, awaited.Exits[i].Target);
                HiddenOp leave = Hidden(() => "if (" + awaited.Exit.Storage + " == " + code + ") " + jump.Statement());
                leave.Reads.Add(awaited.Exit);
                leave.Take(jump);
            }
        }

        private void LowerCatches(TryStatementSyntax statement)
        {
            int number = NextLabel();
            Label end = new Label("end_" + number);
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
                CopyOp copy = Add(new CopyOp(clause, new object()));
                copy.Read(clause, this);
                ReadEntered(clause, copy);
                TakeJumps(clause, copy);
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
            Label label = new Label(name) { IsNamed = true };
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

        private void LowerUsing(UsingStatementSyntax statement)
        {
            if (statement.Declaration != null)
            {
                LowerUsing(statement.Declaration, () => LowerStatement(statement.Statement));
                return;
            }

            Variable resource = Variables.New("resource", Body.Model.GetTypeInfo(statement.Expression!).Type!);
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
            HiddenOp op = Hidden(() => "if (" + resource.Storage + " != null) ((global::System.IDisposable)" + resource.Storage
                + ").Dispose();");
            op.Reads.Add(resource);
        }

        private Region Guard(bool resumes, params Label[] handlers)
        {
            Region region = new Region(_region, resumes);
            region.Handlers.AddRange(handlers);
            Add(new HiddenOp(writer => writer.OpenTry(region)));
            _region = region;
            Place(region.Start);
            return region;
        }

        private void EndGuard(Region region, Label next, List<CancelOp> cancels)
        {
            HiddenOp exit = Add(new HiddenOp(writer => writer.EndTryBody(region)));
            exit.Jumps.Add(next);
            exit.FallsThrough = false;
            foreach (CancelOp cancel in cancels)
            {
                Place(cancel.Entry);
                Add(cancel);
            }

            _region = region.Parent;
            Add(new HiddenOp(writer => writer.CloseTry(region))).FallsThrough = false;
        }

        // Whether a finally block may run during a cancellation in the block, and throw.
        private bool HasGuard(BlockSyntax block)
        {
            return block.DescendantNodes().Any(node => Body.ContainsAwait(node) && (node is TryStatementSyntax { Finally: not null }
                or UsingStatementSyntax || node is BlockSyntax inner && inner.Statements.Any(Placement.IsUsingDeclaration)))
                || block.Statements.Any(Placement.IsUsingDeclaration);
        }

        private ITypeSymbol ExceptionType()
        {
            return Body.Model.Compilation.GetTypeByMetadataName("System.Exception")!;
        }
    }
}
