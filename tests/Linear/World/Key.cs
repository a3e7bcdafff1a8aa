namespace NanoExecutor.LinearProof
{
    /// <summary>For patterns.</summary>
    public sealed class Key(int worth)
    {
        public int Worth { get; } = worth;
    }
}
