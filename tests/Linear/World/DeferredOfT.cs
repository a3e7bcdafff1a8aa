namespace NanoExecutor.LinearProof
{
    /// <summary>A Deferred with a value.</summary>
    public sealed class Deferred<T>(Stage stage, Func<Task<T>> begin) : Deferred(stage, begin)
    {
        public new DeferredAwaiter<T> GetAwaiter()
        {
            return new DeferredAwaiter<T>((Task<T>?)Begin());
        }
    }
}
