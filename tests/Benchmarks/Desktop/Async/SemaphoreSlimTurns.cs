using System.Threading;
using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Two async methods take turns with a SemaphoreSlim of one permit; each keeps it while it gives way.</summary>
    internal sealed class SemaphoreSlimTurns : AsyncWork
    {
        private readonly SemaphoreSlim _gate = new SemaphoreSlim(1, 1);

        internal SemaphoreSlimTurns()
            : base("SemaphoreSlim of one permit, two async methods")
        {
        }

        private protected override Task First(int operations)
        {
            return Turns(operations / 2);
        }

        private protected override Task Second(int operations)
        {
            return Turns(operations / 2);
        }

        private async Task Turns(int turns)
        {
            for (int i = 0; i < turns; i++)
            {
                await _gate.WaitAsync().ConfigureAwait(false);
                await Task.Yield();
                _gate.Release();
            }
        }
    }
}
