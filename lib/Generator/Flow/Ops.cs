using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
    /// <summary>One step of the lowered method: what it reads and writes, where control goes, and its text.</summary>
    internal abstract class Op
    {
        /// <summary>Variables whose value before this step it may use.</summary>
        public HashSet<Variable> Reads { get; } = new HashSet<Variable>();

        /// <summary>Variables that it always writes.</summary>
        public HashSet<Variable> Kills { get; } = new HashSet<Variable>();

        /// <summary>Variables that it may write.</summary>
        public HashSet<Variable> Writes { get; } = new HashSet<Variable>();

        /// <summary>Where it may jump.</summary>
        public List<Label> Jumps { get; } = new List<Label>();

        /// <summary>Whether the next step may follow.</summary>
        public bool FallsThrough { get; set; } = true;

        /// <summary>The try it stands in.</summary>
        public Region? Region { get; set; }

        public abstract void Write(PollWriter writer);

        public void Take(Jump jump)
        {
            Jumps.AddRange(jump.Reaches);
            Writes.UnionWith(jump.Writes);
        }
    }

    /// <summary>Code that stands in a line of the user's: an expression of theirs with something of ours around it.</summary>
    internal sealed class UserOp : Op
    {
        private readonly Func<string> _before;
        private readonly SyntaxNode _expression;
        private readonly Func<string> _after;

        public UserOp(Func<string> before, SyntaxNode expression, Func<string> after)
        {
            _before = before;
            _expression = expression;
            _after = after;
        }

        public override void Write(PollWriter writer)
        {
            writer.User(_expression, _before(), writer.Text(_expression), _after());
        }
    }

    /// <summary>Code that the debugger passes over.</summary>
    internal sealed class HiddenOp : Op
    {
        private readonly Action<PollWriter> _write;

        public HiddenOp(Action<PollWriter> write)
        {
            _write = write;
        }

        public HiddenOp(Func<string> text)
            : this(writer => writer.Line(text()))
        {
        }

        public override void Write(PollWriter writer)
        {
            _write(writer);
        }
    }

    /// <summary>A label.</summary>
    internal sealed class LabelOp : Op
    {
        private readonly Label _label;

        public LabelOp(Label label)
        {
            _label = label;
        }

        public override void Write(PollWriter writer)
        {
            if (_label.IsNamed)
            {
                writer.Label(_label.Name);
            }
        }
    }

    /// <summary>A statement that holds no Await, copied together with its neighbours.</summary>
    internal sealed class CopyOp : Op
    {
        public CopyOp(SyntaxNode statement, object run)
        {
            Statement = statement;
            Run = run;
        }

        public SyntaxNode Statement { get; }

        /// <summary>The same for all statements of one run.</summary>
        public object Run { get; }

        public override void Write(PollWriter writer)
        {
            // The writer copies a whole run at once.
            throw new System.InvalidOperationException("A copied statement is written with its run.");
        }
    }

    /// <summary>Where a cancellation enters a try that has a finally block: it cancels the future and leaves the try.</summary>
    internal sealed class CancelOp : Op
    {
        public CancelOp(Child child, Jump leave)
        {
            Child = child;
            Leave = leave;
            FallsThrough = false;
            Take(leave);
        }

        /// <summary>The state of it; the Awaits have the numbers before.</summary>
        public int Number { get; set; }

        public Child Child { get; }

        public Label Entry { get; } = new Label("cancel");

        private Jump Leave { get; }

        public override void Write(PollWriter writer)
        {
            writer.Case(Number);
            writer.Line("// Cancelled: out through the finally blocks.");
            writer.Line(Child.As(Contract.Cancel) + ".Cancel();");
            writer.Line(Leave.Text());
            writer.Blank();
        }
    }

    /// <summary>A catch clause whose block awaits: it keeps the exception and goes to the block, which stands behind the try.</summary>
    internal sealed class CatchOp : Op
    {
        private readonly Variable? _named;
        private readonly Variable? _caught;
        private readonly Label _block;

        public CatchOp(CatchClauseSyntax clause, string name, Variable? named, Variable? caught, Label block)
        {
            Clause = clause;
            Name = name;
            _named = named;
            _caught = caught;
            _block = block;
            Jumps.Add(block);
            FallsThrough = false;
        }

        public CatchClauseSyntax Clause { get; }

        /// <summary>What the exception is called in the clause and its filter.</summary>
        public string Name { get; }

        public override void Write(PollWriter writer)
        {
            string type = Clause.Declaration == null ? "global::System.Exception" : SourceLines.Flat(Clause.Declaration.Type);
            string head = "catch (" + type + " " + Name + ")";
            if (Clause.Filter == null)
            {
                writer.Line(head + writer.Filter(Clause));
            }
            else
            {
                // What the condition calls comes from the user's line.
                writer.User(Clause.Filter.FilterExpression, head, writer.Filter(Clause), string.Empty);
            }

            writer.Open();
            Keep(writer, _named);
            Keep(writer, _caught);
            writer.Line("goto " + _block.Name + ";");
            writer.Close();
            writer.Blank();
        }

        private void Keep(PollWriter writer, Variable? variable)
        {
            if (variable != null)
            {
                writer.Line(variable.Storage + " = " + Name + ";");
            }
        }
    }

    /// <summary>An Await: keeps the future, polls it, and leaves Poll while it is pending.</summary>
    internal sealed class AwaitOp : Op
    {
        private readonly InvocationExpressionSyntax _call;

        public AwaitOp(int number, InvocationExpressionSyntax call, Child child, PollForm form)
        {
            Number = number;
            _call = call;
            Child = child;
            Form = form;
        }

        /// <summary>The state in which Poll comes back here.</summary>
        public int Number { get; }

        /// <summary>Where the future is kept.</summary>
        public Child Child { get; }

        public PollForm Form { get; }

        /// <summary>The line of the Await, as an editor counts.</summary>
        public int Line => _call.SyntaxTree.GetMappedLineSpan(_call.Span).StartLinePosition.Line + 1;

        /// <summary>How a cancellation leaves, if this Await stands in a finally block: such a block may run during one.</summary>
        public Jump? Leave { get; set; }

        /// <summary>Where a cancellation enters that arrives while this Await waits; null if no finally block is open.</summary>
        public CancelOp? Cancel { get; set; }

        public override void Write(PollWriter writer)
        {
            string resume = "goto case " + Number + ";";
            if (!Child.IsOwn)
            {
                ExpressionSyntax future = _call.ArgumentList.Arguments[0].Expression;
                writer.User(future, Child.Text + " = ", writer.Text(future), ";");
            }

            if (Leave != null)
            {
                writer.Line("if (" + writer.Names.Cancelling + ")");
                writer.Open();
                writer.Line(Child.As(Contract.Cancel) + ".Cancel();");
                writer.Line(Leave.Text());
                writer.Close();
                writer.Blank();
            }

            if (Child.IsOwn)
            {
                // The only code in the line of this Await, so that a breakpoint finds it. An optimized build has none here.
                writer.User(_call, string.Empty, resume, string.Empty);
            }
            else
            {
                writer.Line(resume);
            }

            writer.Blank();
            writer.Case(Number);
            WritePoll(writer, writer.Names);
        }

        private void WritePoll(PollWriter writer, NameTable names)
        {
            string poll = Child.As(Contract.Poll) + ".Poll(" + names.Waker + ")";
            if (Form == PollForm.Checked)
            {
                writer.Line(names.Polled + " = " + poll + ";");
                poll = names.Polled;
            }

            writer.Line(
                "if (" + (Form == PollForm.Guarded
                    ? Contract.IsPending + "(" + Child.Text + ", " + names.Waker + ")"
                    : poll + " == " + names.Pending) + ")");
            writer.Open();
            writer.Line(names.State + " = " + Number + ";");
            writer.Line("return " + names.Pending + ";");
            writer.Close();
            writer.Blank();
            if (Form == PollForm.Checked)
            {
                writer.Line("if (" + names.Polled + " != " + Contract.PollType + ".Ready)");
                writer.Open();
                writer.Line("throw " + Contract.Errors + ".NoPollResult(" + Child.Text + ", " + names.Polled + ");");
                writer.Close();
                writer.Blank();
            }
        }
    }
}
