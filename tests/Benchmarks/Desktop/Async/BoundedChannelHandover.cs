using System.Threading.Channels;
using System.Threading.Tasks;

namespace NanoExecutor.Benchmarks
{
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
}
