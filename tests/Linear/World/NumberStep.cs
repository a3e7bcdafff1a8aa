namespace NanoExecutor.LinearProof
{
    /// <summary>Yields an int from a property.</summary>
    public sealed class NumberStep : Step
    {
        internal NumberStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public int Result { get; private set; }

        public new LeafAwaiter<int> GetAwaiter()
        {
            return new LeafAwaiter<int>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = Stage.Choose("number", Id, 7);
        }
    }
}
