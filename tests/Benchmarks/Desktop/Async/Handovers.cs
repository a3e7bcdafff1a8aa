using System.Threading;
using System.Threading.Channels;
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

    /// <summary>An async method writes numbers to a bounded System.Threading.Channels channel, another reads them.</summary>
    internal sealed class BoundedChannelHandover : AsyncWork
    {
        private readonly Channel<long> _channel = System.Threading.Channels.Channel.CreateBounded<long>(
            new BoundedChannelOptions(ChannelHandover.Capacity) { SingleReader = true, SingleWriter = true });

        internal BoundedChannelHandover()
            : base("System.Threading.Channels between two async methods")
        {
        }

        private protected override async Task First(int operations)
        {
            for (int i = 0; i < operations; i++)
            {
                await _channel.Writer.WriteAsync(i).ConfigureAwait(false);
            }
        }

        private protected override async Task Second(int operations)
        {
            for (int i = 0; i < operations; i++)
            {
                await _channel.Reader.ReadAsync().ConfigureAwait(false);
            }
        }
    }

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

    /// <summary>Two async methods, each awaiting a System.Threading.Channels channel that the other writes to.</summary>
    internal sealed class AwaitedChannels : AsyncWork
    {
        private readonly Channel<int> _there = New();
        private readonly Channel<int> _back = New();

        internal AwaitedChannels()
            : base("await of a System.Threading.Channels channel")
        {
        }

        private protected override async Task First(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                _there.Writer.TryWrite(i);
                await _back.Reader.ReadAsync().ConfigureAwait(false);
            }
        }

        private protected override async Task Second(int operations)
        {
            for (int i = 0; i < operations; i += 2)
            {
                await _there.Reader.ReadAsync().ConfigureAwait(false);
                _back.Writer.TryWrite(i);
            }
        }

        private static Channel<int> New()
        {
            return System.Threading.Channels.Channel.CreateUnbounded<int>(
                new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        }
    }

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
