namespace NanoExecutor.Generator
{
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
}
