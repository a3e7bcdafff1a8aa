using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoExecutor.Generator
{
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
