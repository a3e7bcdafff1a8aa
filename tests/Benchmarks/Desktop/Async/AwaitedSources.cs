using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Two async methods, each awaiting a TaskCompletionSource that the other sets; one for each time.</summary>
    internal sealed class AwaitedSources : AsyncWork
    {
        private readonly TaskCreationOptions _options;
        private TaskCompletionSource<int> _there;
        private TaskCompletionSource<int> _back;

        /// <summary>Names the work.</summary>
        /// <param name="inline">
        /// Whether who sets one runs the waiter itself, on its own stack; otherwise the waiter goes to the thread pool.
        /// </param>
        internal AwaitedSources(bool inline)
            : base(inline ? "await of a TaskCompletionSource, inline" : "await of a TaskCompletionSource, queued")
        {
            _options = inline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;
        }

        internal override void SetUp()
        {
            _there = New();
            _back = New();
        }

        private protected override async Task First(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                _there.SetResult(i);
                await _back.Task.ConfigureAwait(false);
                _back = New();
            }
        }

        private protected override async Task Second(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                await _there.Task.ConfigureAwait(false);
                _there = New();
                _back.SetResult(i);
            }
        }

        private TaskCompletionSource<int> New()
        {
            return new TaskCompletionSource<int>(_options);
        }
    }
}
