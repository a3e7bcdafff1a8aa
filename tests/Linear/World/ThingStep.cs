namespace NanoExecutor.LinearProof
{
    /// <summary>Yields an object from a field.</summary>
    public class ThingStep : Step
    {
        public object? Result;

        internal ThingStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public new LeafAwaiter<object?> GetAwaiter()
        {
            return new LeafAwaiter<object?>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = Stage.Thing(Id);
        }
    }
}
