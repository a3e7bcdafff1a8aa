using System.Threading;
using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Two async methods, each awaiting a SemaphoreSlim that the other releases.</summary>
    internal sealed class SemaphoreSlimHandover : AsyncWork
    {
        private readonly SemaphoreSlim _there = new SemaphoreSlim(0, 1);
        private readonly SemaphoreSlim _back = new SemaphoreSlim(0, 1);

        internal SemaphoreSlimHandover()
            : base("SemaphoreSlim between two async methods")
        {
        }

        private protected override async Task First(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                _there.Release();
                await _back.WaitAsync().ConfigureAwait(false);
            }
        }

        private protected override async Task Second(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                await _there.WaitAsync().ConfigureAwait(false);
                _back.Release();
            }
        }
    }
}
