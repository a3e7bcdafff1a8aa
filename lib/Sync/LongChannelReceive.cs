namespace NanoExecutor
{
    /// <summary>
    /// Ready when it has received an item from a <see cref="LongChannel"/>, or when that is closed and empty. Awaited
    /// again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses; one interlocked operation in a channel that drops its oldest.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line. No item is lost: it is taken only by the poll that is ready, and what it was
    /// woken for goes to the next.
    /// </para>
    /// </remarks>
    public sealed class LongChannelReceive : QueuedFuture
    {
        private readonly LongChannel _channel;
        private readonly LongRing _ring;
        private readonly WaitLine _senders;
        private long _result;

        internal LongChannelReceive(LongChannel channel)
            : base(channel.Receivers, false)
        {
            _channel = channel;
            _ring = channel.Ring;
            _senders = channel.Senders;
        }

        /// <summary>The item it received last.</summary>
        public long Result => _result;

        /// <summary>Whether it is ready because the channel is closed and empty, with no item.</summary>
        public bool IsClosed { get; private set; }

        internal override bool CanFinish => _channel.CanReceive;

        private protected override bool TryFinish()
        {
            if (_ring.TryTake())
            {
                _result = _ring.Taken;
                if (_senders.First != null)
                {
                    _senders.WakeFirst();
                }

                return true;
            }

            if (!_ring.IsDrained)
            {
                return false;
            }

            _result = default(long);
            IsClosed = true;
            return true;
        }
    }
}
