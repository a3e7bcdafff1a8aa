namespace NanoExecutor.LinearProof
{
    /// <summary>A program as it is driven: the linear one or the async one.</summary>
    public interface ITwin
    {
        int Result { get; }

        void Start(int argument);

        /// <returns>Whether it is ready.</returns>
        bool Poll(Waker waker);

        void Cancel();
    }
}
