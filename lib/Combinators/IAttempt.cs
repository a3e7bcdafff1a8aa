namespace NanoExecutor
{
    /// <summary>
    /// Arms a future that may fail without throwing, and says whether it did: what <see cref="Retry"/> asks.
    /// </summary>
    public interface IAttempt : IRearm
    {
        /// <summary>Whether the round that has just finished failed. Asked once, when the future is ready.</summary>
        bool Failed { get; }
    }
}
