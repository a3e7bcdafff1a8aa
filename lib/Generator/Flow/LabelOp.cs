namespace NanoExecutor.Generator
{
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
}
