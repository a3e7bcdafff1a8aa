using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // try and finally; the catch clauses and using are in files of their own. Guarded code stays in a real try. A catch or finally
    // block without Await stays one too; with Await it becomes ordinary code behind the try, because nothing can come back into a
    // real one.
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
                writer.Line("// A poll that has to wait leaves through here too; only then is the state that of an Await.");
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
            Label entry = NewLabel("finally_" + NextLabel());
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

        private ITypeSymbol ExceptionType()
        {
            // That of the core library; somebody may have another one of this name.
            return Special(SpecialType.System_Object).ContainingAssembly.GetTypeByMetadataName("System.Exception")!;
        }
    }
}
