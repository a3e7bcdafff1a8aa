using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    // if and switch.
    internal sealed partial class Lowerer
    {
        private void LowerIf(IfStatementSyntax branch)
        {
            int number = NextLabel();
            Label otherwise = NewLabel("else_" + number);
            Label end = branch.Else == null ? otherwise : NewLabel("end_" + number);
            Branch(branch.Condition, false, otherwise);
            LowerStatement(branch.Statement);
            if (branch.Else != null)
            {
                GoTo(end);
                Place(otherwise);
                LowerStatement(branch.Else.Statement);
            }

            Place(end);
        }

        /// <summary>Jumps if the condition is what is given.</summary>
        private void Branch(ExpressionSyntax condition, bool when, Label target)
        {
            target.IsNamed = true;
            if (AwaitCall.Inside(condition) is InvocationExpressionSyntax call && IsAwait(call))
            {
                Child child = Await(call, forResult: true);
                Hidden(() => "if (" + (when ? string.Empty : "!") + child.Text + ".Result) goto " + target.Name + ";").Jumps.Add(target);
                return;
            }

            if (Body.Model.GetConstantValue(condition) is { HasValue: true, Value: bool value })
            {
                if (value == when)
                {
                    GoTo(target);
                }

                return;
            }

            UserOp op = when
                ? new UserOp(() => "if (", condition, () => ")")
                : new UserOp(() => "if (!(", condition, () => "))");
            op.Read(condition, this);
            Add(op);
            Hidden(() => "    goto " + target.Name + ";").Jumps.Add(target);
        }

        private void LowerSwitch(SwitchStatementSyntax choice)
        {
            int number = NextLabel();
            Label end = NewLabel("end_" + number);
            List<KeyValuePair<SwitchSectionSyntax, Label>> sections = new List<KeyValuePair<SwitchSectionSyntax, Label>>();
            foreach (SwitchSectionSyntax section in choice.Sections)
            {
                bool isDefault = section.Labels.Any(label => label is DefaultSwitchLabelSyntax);
                string name = isDefault ? "default_" + number : "case_" + number + "_" + (sections.Count + 1);
                sections.Add(new KeyValuePair<SwitchSectionSyntax, Label>(section, Named(name)));
            }

            Dispatch(choice, sections);
            GoTo(end);
            _scopes.Add(new JumpScope(choice, end, null));
            foreach (KeyValuePair<SwitchSectionSyntax, Label> section in sections)
            {
                Place(section.Value);
                LowerList(section.Key.Statements);
            }

            Leave(_scopes.Last());
            Place(end);
        }

        private void Dispatch(SwitchStatementSyntax choice, List<KeyValuePair<SwitchSectionSyntax, Label>> sections)
        {
            if (AwaitCall.Inside(choice.Expression) is InvocationExpressionSyntax call && IsAwait(call))
            {
                Child child = Await(call, forResult: true);
                Hidden(() => "switch (" + child.Text + ".Result)");
            }
            else
            {
                Add(new UserOp(() => "switch (", choice.Expression, () => ")")).Read(choice.Expression, this);
            }

            HiddenOp op = Add(new HiddenOp(writer => WriteCases(writer, sections)));
            op.Jumps.AddRange(sections.Select(section => section.Value));
            foreach (SwitchLabelSyntax label in sections.SelectMany(section => section.Key.Labels))
            {
                op.Read(label, this);
            }
        }

        private void WriteCases(PollWriter writer, List<KeyValuePair<SwitchSectionSyntax, Label>> sections)
        {
            writer.Open();
            foreach (KeyValuePair<SwitchSectionSyntax, Label> section in sections)
            {
                foreach (SwitchLabelSyntax label in section.Key.Labels)
                {
                    WriteLabel(writer, label);
                }

                writer.Indent();
                foreach (KeyValuePair<Variable, string> copy in CaseVariables(section.Key))
                {
                    writer.Line(copy.Key.Storage + " = " + copy.Value + ";");
                }

                writer.Line("goto " + section.Value.Name + ";");
                writer.Outdent();
            }

            writer.Close();
        }

        // A condition may call something, which then comes from the user's line.
        private static void WriteLabel(PollWriter writer, SwitchLabelSyntax label)
        {
            if (label is CasePatternSwitchLabelSyntax { WhenClause: not null })
            {
                writer.User(label, string.Empty, writer.Text(label), string.Empty);
            }
            else
            {
                writer.Line(writer.Text(label));
            }
        }

        // The variables of the pattern of a case, with what they are called there. With several cases none has its value.
        private IEnumerable<KeyValuePair<Variable, string>> CaseVariables(SwitchSectionSyntax section)
        {
            if (section.Labels.Count > 1 || section.Labels[0] is not CasePatternSwitchLabelSyntax label)
            {
                yield break;
            }

            foreach (SingleVariableDesignationSyntax designation in label.Pattern.DescendantNodes().OfType<SingleVariableDesignationSyntax>())
            {
                if (Body.Model.GetDeclaredSymbol(designation) is ISymbol symbol && Variables.Find(symbol) is Variable variable)
                {
                    yield return new KeyValuePair<Variable, string>(variable, PatternName(designation));
                }
            }
        }
    }
}
