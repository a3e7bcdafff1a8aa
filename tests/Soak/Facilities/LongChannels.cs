using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>A channel of numbers.</summary>
    internal sealed class LongChannels(World world, int capacity, WhenFull whenFull)
        : Channels(world, capacity, whenFull)
    {
        private readonly LongChannel _channel = new(capacity, whenFull);

        protected override dynamic Channel => _channel;

        protected override bool TrySend(long item)
        {
            return _channel.TrySend(item);
        }

        protected override bool TryReceive(out long item)
        {
            return _channel.TryReceive(out item);
        }

        protected override QueuedFuture NewSend()
        {
            return _channel.NewSend();
        }

        protected override void ArmSend(QueuedFuture send, long item)
        {
            ((LongChannelSend)send).With(item);
        }

        protected override QueuedFuture NewReceive()
        {
            return _channel.NewReceive();
        }

        protected override long ResultOf(QueuedFuture receive)
        {
            return ((LongChannelReceive)receive).Result;
        }

        protected override bool IsClosed(QueuedFuture receive)
        {
            return ((LongChannelReceive)receive).IsClosed;
        }

        protected override bool IsSent(QueuedFuture send)
        {
            return ((LongChannelSend)send).IsSent;
        }
    }
}
