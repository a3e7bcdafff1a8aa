using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A work of async methods, which run on the thread pool.</summary>
    internal abstract class AsyncWork : Work
    {
        private protected AsyncWork(string name)
            : base(name)
        {
        }

        internal sealed override void Run(int operations)
        {
            Task second = Task.Run(() => Second(operations));
            Task first = Task.Run(() => First(operations));
            Task.WaitAll(first, second);
        }

        private protected abstract Task First(int operations);

        private protected abstract Task Second(int operations);
    }
}
