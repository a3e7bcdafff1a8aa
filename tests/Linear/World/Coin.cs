namespace NanoExecutor.LinearProof
{
    /// <summary>For patterns.</summary>
    public sealed class Coin(int worth)
    {
        public int Worth { get; } = worth;
    }
}
