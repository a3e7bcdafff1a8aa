using System.Threading.Channels;
using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
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
}
