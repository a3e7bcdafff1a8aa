namespace NanoExecutor.LinearProof
{
    /// <summary>A DeferredAwaiter with a value.</summary>
    public sealed class DeferredAwaiter<T>(Task<T>? task) : DeferredAwaiter(task)
    {
        private readonly Task<T>? _task = task;

        public new T GetResult()
        {
            base.GetResult();
            return _task!.Result;
        }
    }
}
