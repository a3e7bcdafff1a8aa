using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoExecutor.Generator
{
    /// <summary>Writes the steps of a lowered method as the sections of a switch.</summary>
    internal sealed class PollWriter
    {
        private readonly Lowerer _lowerer;
        private readonly CodeWriter _writer;
        private readonly SourceEdits _edits;
        private readonly SourceText _source;

        public PollWriter(Lowerer lowerer, CodeWriter writer, SourceEdits edits)
        {
            _lowerer = lowerer;
            _writer = writer;
            _edits = edits;
            _source = lowerer.Body.Root.SyntaxTree.GetText();
        }

        public NameTable Names => _lowerer.Names;

        public void WriteSteps()
        {
            IReadOnlyList<Op> ops = _lowerer.Ops;
            for (int i = 0; i < ops.Count - 1; i++)
            {
                if (ops[i] is CopyOp first)
                {
                    int last = i;
                    while (last + 1 < ops.Count && ops[last + 1] is CopyOp next && next.Run == first.Run)
                    {
                        last++;
                    }

                    Copy(first.Statement, ((CopyOp)ops[last]).Statement);
                    i = last;
                }
                else
                {
                    ops[i].Write(this);
                }
            }
        }

        public string Text(SyntaxNode node)
        {
            return _edits.Text(node.Span);
        }

        /// <summary>Writes code in the line and column of a node; what comes before it starts to the left of that column.</summary>
        public void User(SyntaxNode at, string before, string text, string after)
        {
            FileLinePositionSpan place = at.SyntaxTree.GetMappedLineSpan(at.Span);
            int column = System.Math.Max(0, place.StartLinePosition.Character - before.Length);
            _writer.User(place.Path, place.StartLinePosition.Line, column, before + text + after);
        }

        public void Line(string text)
        {
            _writer.Line(text);
        }

        public void Open()
        {
            _writer.Open();
        }

        public void Close()
        {
            _writer.Close();
        }

        public void Indent()
        {
            _writer.Indent();
        }

        public void Outdent()
        {
            _writer.Outdent();
        }

        public void Blank()
        {
            _writer.Blank();
        }

        public void Label(string name)
        {
            _writer.Label(name + ":");
        }

        public void Case(int number)
        {
            _writer.Label("case " + number + ":");
        }

        /// <summary>Opens a try; one that Poll comes back into has a switch of its own, which leads to the Await.</summary>
        public void OpenTry(Region region)
        {
            if (region.Resumes)
            {
                int[] states = region.Awaits.Select(op => op.Number).Concat(region.Cancels.Select(op => op.Number)).ToArray();
                _writer.Line("// From above it begins at its start; a poll that comes back has the number of its Await.");
                _writer.Line(Names.StateLocal + " = 0;");
                _writer.Line("goto case " + states[0] + ";");
                _writer.Blank();
                foreach (int state in states)
                {
                    Case(state);
                }
            }

            _writer.Line("try");
            _writer.Open();
            if (region.Resumes)
            {
                _writer.Line("switch (" + Names.StateLocal + ")");
                _writer.Open();
                _writer.Indent();
                _writer.Label("default:");
            }
        }

        public void EndTryBody(Region region)
        {
            if (region.Resumes)
            {
                _writer.Line("break;");
                _writer.Blank();
            }
        }

        public void CloseTry(Region region)
        {
            if (region.Resumes)
            {
                _writer.Outdent();
                _writer.Close();
            }

            _writer.Close();
        }

        /// <summary>The condition of a catch clause that is written anew.</summary>
        public string Filter(CatchClauseSyntax clause)
        {
            string? own = _lowerer.CatchCondition(clause);
            string? users = clause.Filter == null ? null : Text(clause.Filter.FilterExpression);
            return own == null && users == null ? string.Empty
                : " when (" + (own == null ? users : users == null ? own : own + " && (" + users + ")") + ")";
        }

        private void Copy(SyntaxNode first, SyntaxNode last)
        {
            TextSpan span = TextSpan.FromBounds(first.SpanStart, last.Span.End);
            string text = _edits.Text(span);
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            bool declares = _lowerer.Variables.StaysIn(span, first.Parent!)
                || (first is StatementSyntax && _lowerer.HasLabel(span));
            if (declares)
            {
                _writer.Open();
            }

            // A declaration that was taken out leaves blank lines in front.
            int skipped = text.Length - text.TrimStart().Length;
            string trimmed = text.TrimStart();
            int lines = SourceLines.Breaks(text.Substring(0, skipped)).Length;
            FileLinePositionSpan place = first.SyntaxTree.GetMappedLineSpan(first.Span);
            int column = lines == 0 ? place.StartLinePosition.Character : skipped - text.LastIndexOf('\n', skipped - 1) - 1;
            _writer.User(place.Path, place.StartLinePosition.Line + lines, column, trimmed.TrimEnd());
            if (declares)
            {
                _writer.Close();
            }
        }
    }
}
