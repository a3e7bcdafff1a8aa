namespace NanoExecutor.LinearProof
{
    /// <summary>A LeafAwaiter with a value.</summary>
    public sealed class LeafAwaiter<T>(Stage stage, Step step, Func<T> result) : LeafAwaiter(stage, step)
    {
        public new T GetResult()
        {
            base.GetResult();
            return result();
        }
    }
}
