namespace NanoExecutor.LinearProof
{
    /// <summary>Yields a bool from a property.</summary>
    public sealed class FlagStep : Step
    {
        internal FlagStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public bool Result { get; private set; }

        public new LeafAwaiter<bool> GetAwaiter()
        {
            return new LeafAwaiter<bool>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = Stage.Turn(-Id);
        }
    }
}
