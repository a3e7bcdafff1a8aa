namespace NanoExecutor.LinearProof
{
    /// <summary>Yields an enum.</summary>
    public sealed class ColourStep : Step
    {
        internal ColourStep(Stage stage, int id)
            : base(stage, id)
        {
        }

        public Colour Result { get; private set; }

        public new LeafAwaiter<Colour> GetAwaiter()
        {
            return new LeafAwaiter<Colour>(Stage, this, () => Result);
        }

        protected override void Finish()
        {
            Result = (Colour)Stage.Choose("colour", Id, 3);
        }
    }
}
