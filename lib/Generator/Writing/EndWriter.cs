using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.Generator
{
    /// <summary>Writes Cancel, Detach and Describe, which need the future that is being awaited.</summary>
    internal sealed class EndWriter
    {
        private readonly Lowerer _lowerer;
        private readonly CodeWriter _writer;
        private readonly NameTable _names;

        public EndWriter(Lowerer lowerer, CodeWriter writer)
        {
            _lowerer = lowerer;
            _writer = writer;
            _names = lowerer.Names;
        }

        private string PollThis => Child.Target("this", _lowerer.Body.Method.ContainingType, Contract.Poll) + ".Poll";

        public void Write()
        {
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public override void Cancel()");
            _writer.Open();
            if (_lowerer.Awaits.Count == 0)
            {
                WriteDisarm();
            }
            else
            {
                WriteCancel();
            }

            _writer.Close();
            if (_lowerer.Awaits.Count > 0)
            {
                _writer.Blank();
                WriteDetach();
            }

            if (IsDescribed(_lowerer.Body.Method.ContainingType))
            {
                _writer.Blank();
                WriteDescribe();
            }
        }

        // Unless the class, or one between it and Future, says something of its own by that name.
        private static bool IsDescribed(ITypeSymbol routine)
        {
            ITypeSymbol? at = routine;
            while (at != null && !at.Is(Contract.Future))
            {
                if (at.GetMembers(Contract.Describe).Length > 0)
                {
                    return false;
                }

                at = at.BaseType;
            }

            return at != null && at.GetMembers(Contract.Describe).Length > 0;
        }

        // The state is mapped to the line here and nowhere else, so that a poll pays nothing for it.
        private void WriteDescribe()
        {
            string to = _names.Description;
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public override void Describe(global::NanoExecutor.Description " + to + ")");
            _writer.Open();
            _writer.Line("switch (this." + _names.State + ")");
            _writer.Open();
            foreach (AwaitOp op in _lowerer.Awaits)
            {
                WriteCase(
                    op.Number.ToString(CultureInfo.InvariantCulture), to + ".Await(this, " + op.Line + ", " + op.Child.Text + ");", "break;");
            }

            _writer.Line("default:");
            _writer.Indent();
            _writer.Line(to + ".Await(this, 0, null);");
            _writer.Line("break;");
            _writer.Outdent();
            _writer.Close();
            _writer.Close();
        }

        private void WriteDisarm()
        {
            _writer.Line("if (this." + _names.State + " == 0)");
            _writer.Open();
            _writer.Line("this." + _names.State + " = " + _names.Finished + ";");
            _writer.Close();
        }

        private void WriteCancel()
        {
            _writer.Line("switch (this." + _names.State + ")");
            _writer.Open();
            WriteCase("0", "this." + _names.State + " = " + _names.Finished + ";", "return;");
            foreach (IGrouping<string, AwaitOp> group in _lowerer.Awaits.Where(op => op.Cancel == null).GroupBy(op => op.Child.As(Contract.Cancel)))
            {
                WriteCase(
                    group.Select(op => op.Number), "this." + _names.State + " = " + _names.Finished + ";", group.Key + ".Cancel();", "return;");
            }

            foreach (IGrouping<CancelOp?, AwaitOp> group in _lowerer.Awaits.Where(op => op.Cancel != null).GroupBy(op => op.Cancel))
            {
                WriteCase(group.Select(op => op.Number), "this." + _names.State + " = " + group.Key!.Number + ";", "break;");
            }

            _writer.Line("default:");
            _writer.Indent();
            _writer.Line("return;");
            _writer.Outdent();
            _writer.Close();
            if (_lowerer.Cancels.Count > 0)
            {
                _writer.Blank();
                WriteRun();
            }
        }

        // The finally blocks are part of Poll; it is entered where it jumps out of them.
        private void WriteRun()
        {
            if (!_lowerer.KnowsCancelling)
            {
                _writer.Line("" + PollThis + "(null);");
                return;
            }

            _writer.Line("this." + _names.Cancelling + " = true;");
            _writer.Line("try");
            _writer.Open();
            _writer.Line("" + PollThis + "(null);");
            _writer.Close();
            _writer.Line("finally");
            _writer.Open();
            _writer.Line("this." + _names.Cancelling + " = false;");
            _writer.Close();
        }

        private void WriteDetach()
        {
            _writer.Line("/// <inheritdoc/>");
            _writer.Line("public override void Detach()");
            _writer.Open();
            _writer.Line("switch (this." + _names.State + ")");
            _writer.Open();
            foreach (IGrouping<string, AwaitOp> group in _lowerer.Awaits.GroupBy(op => op.Child.As(Contract.Detach)))
            {
                WriteCase(group.Select(op => op.Number), group.Key + ".Detach();", "break;");
            }

            _writer.Close();
            _writer.Close();
        }

        private void WriteCase(IEnumerable<int> states, params string[] lines)
        {
            foreach (int state in states)
            {
                _writer.Line("case " + state + ":");
            }

            WriteLines(lines);
        }

        private void WriteCase(string state, params string[] lines)
        {
            _writer.Line("case " + state + ":");
            WriteLines(lines);
        }

        private void WriteLines(string[] lines)
        {
            _writer.Indent();
            foreach (string line in lines)
            {
                _writer.Line(line);
            }

            _writer.Outdent();
        }
    }
}
