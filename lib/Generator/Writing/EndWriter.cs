using System.Collections.Generic;
using System.Linq;

namespace NanoExecutor.Generator
{
    /// <summary>Writes Cancel and Detach, which both need the future that is being awaited.</summary>
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
