using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // Loops are tested at their end, as the compiler lays them out too: one jump less in each turn.
    internal sealed partial class Lowerer
    {
        private void LowerWhile(WhileStatementSyntax loop)
        {
            int number = NextLabel();
            Label body = NewLabel("while_" + number);
            Label test = NewLabel("test_" + number);
            Label end = NewLabel("end_" + number);
            if (!IsTrue(loop.Condition))
            {
                GoTo(test);
            }

            Place(body);
            LowerLoopBody(loop, loop.Statement, end, test);
            Place(test);
            Branch(loop.Condition, true, body);
            Place(end);
        }

        private void LowerDo(DoStatementSyntax loop)
        {
            int number = NextLabel();
            Label body = NewLabel("do_" + number);
            Label test = NewLabel("test_" + number);
            Label end = NewLabel("end_" + number);
            Place(body);
            LowerLoopBody(loop, loop.Statement, end, test);
            Place(test);
            Branch(loop.Condition, true, body);
            Place(end);
        }

        private void LowerFor(ForStatementSyntax loop)
        {
            int number = NextLabel();
            Label body = NewLabel("for_" + number);
            Label next = NewLabel("next_" + number);
            Label test = NewLabel("test_" + number);
            Label end = NewLabel("end_" + number);
            if (loop.Declaration != null)
            {
                LowerDeclaration(loop.Declaration);
            }

            foreach (ExpressionSyntax initializer in loop.Initializers)
            {
                LowerExpression(initializer);
            }

            if (loop.Condition != null && !IsTrue(loop.Condition))
            {
                GoTo(test);
            }

            Place(body);
            LowerLoopBody(loop, loop.Statement, end, next);
            Place(next);
            foreach (ExpressionSyntax incrementor in loop.Incrementors)
            {
                LowerExpression(incrementor);
            }

            Place(test);
            if (loop.Condition == null)
            {
                GoTo(body);
            }
            else
            {
                Branch(loop.Condition, true, body);
            }

            Place(end);
        }

        private void LowerForEach(ForEachStatementSyntax loop)
        {
            int number = NextLabel();
            Label body = NewLabel("foreach_" + number);
            Label next = NewLabel("next_" + number);
            Label test = NewLabel("test_" + number);
            Label end = NewLabel("end_" + number);
            IArrayTypeSymbol type = (IArrayTypeSymbol)Body.Model.GetTypeInfo(loop.Expression).Type!;
            Variable array = Variables.New("array", type);
            Variable index = Variables.New("index", Special(SpecialType.System_Int32));
            Variable item = Variables.Find(Body.Model.GetDeclaredSymbol(loop)!)!;
            string cast = SymbolEqualityComparer.Default.Equals(type.ElementType, item.Type)
                ? string.Empty
                : "(" + TypeText(item.Type) + ")";
            DefineAs(array, loop.Expression);
            Define(index, () => "0");
            GoTo(test);
            Place(body);
            HiddenOp take = Hidden(() => item.Storage + " = " + cast + array.Storage + "[" + index.Storage + "];");
            take.Reads.Add(array);
            take.Reads.Add(index);
            take.Kills.Add(item);
            take.Writes.Add(item);
            LowerLoopBody(loop, loop.Statement, end, next);
            Place(next);
            HiddenOp step = Hidden(() => index.Storage + "++;");
            step.Reads.Add(index);
            step.Writes.Add(index);
            Place(test);
            body.IsNamed = true;
            HiddenOp check = Hidden(() => "if (" + index.Storage + " < " + array.Storage + ".Length) goto " + body.Name + ";");
            check.Reads.Add(array);
            check.Reads.Add(index);
            check.Jumps.Add(body);
            Place(end);
        }

        private void LowerLoopBody(StatementSyntax loop, StatementSyntax body, Label end, Label again)
        {
            JumpScope scope = new JumpScope(loop, end, again);
            _scopes.Add(scope);
            LowerStatement(body);
            Leave(scope);
        }

        private bool IsTrue(ExpressionSyntax condition)
        {
            return Body.Model.GetConstantValue(condition) is { HasValue: true, Value: true };
        }

        private INamedTypeSymbol Special(SpecialType type)
        {
            return Body.Model.Compilation.GetSpecialType(type);
        }
    }
}
