using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A channel of references.</summary>
    internal sealed class ObjectChannels(World world, int capacity, WhenFull whenFull)
        : Channels(world, capacity, whenFull)
    {
        private readonly Channel _channel = new(capacity, whenFull);

        protected override dynamic Channel => _channel;

        protected override bool TrySend(long item)
        {
            return _channel.TrySend(item);
        }

        protected override bool TryReceive(out long item)
        {
            bool received = _channel.TryReceive(out object found);
            item = received ? (long)found : 0;
            return received;
        }

        protected override QueuedFuture NewSend()
        {
            return _channel.NewSend();
        }

        protected override void ArmSend(QueuedFuture send, long item)
        {
            ((ChannelSend)send).With(item);
        }

        protected override QueuedFuture NewReceive()
        {
            return _channel.NewReceive();
        }

        protected override long ResultOf(QueuedFuture receive)
        {
            return (long)(((ChannelReceive)receive).Result ?? 0L);
        }

        protected override bool IsClosed(QueuedFuture receive)
        {
            return ((ChannelReceive)receive).IsClosed;
        }

        protected override bool IsSent(QueuedFuture send)
        {
            return ((ChannelSend)send).IsSent;
        }
    }
}
