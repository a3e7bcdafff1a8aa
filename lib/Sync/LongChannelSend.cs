namespace NanoExecutor
{
    /// <summary>
    /// Ready when its item is in a <see cref="LongChannel"/>, or cannot get there any more. Armed for each item with
    /// <see cref="With"/>.
    /// </summary>
    /// <remarks>
    /// <para>
    /// It waits only for a channel that refuses items when it is full. For others it is ready at its first poll, and
    /// <see cref="SendFuture.IsSent"/> says what became of the item.
    /// </para>
    /// <para><b>Poll:</b> two interlocked operations at the most, and a wake. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line; the item is not sent. If there was a place for it, the next in line is woken.
    /// </para>
    /// </remarks>
    public sealed class LongChannelSend : SendFuture
    {
        private readonly LongRing _ring;
        private long _item;

        internal LongChannelSend(LongChannel channel)
            : base(channel)
        {
            _ring = channel.Ring;
        }

        /// <summary>Arms it to send an item.</summary>
        /// <param name="item">The item; an int fits as well.</param>
        /// <returns>This future, to be awaited.</returns>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public LongChannelSend With(long item)
        {
            Arm();
            _item = item;
            return this;
        }

        private protected override bool TryPut()
        {
            return _ring.TryPut(_item);
        }
    }
}
