namespace NanoExecutor
{
    /// <summary>
    /// Ready when its item is in a <see cref="Channel"/>, or cannot get there any more. Armed for each item with
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
    public sealed class ChannelSend : SendFuture
    {
        private readonly ObjectRing _ring;
        private object _item;

        internal ChannelSend(Channel channel)
            : base(channel)
        {
            _ring = channel.Ring;
        }

        /// <summary>Arms it to send an item.</summary>
        /// <param name="item">The item.</param>
        /// <returns>This future, to be awaited.</returns>
        /// <exception cref="System.InvalidOperationException">It is pending.</exception>
        public ChannelSend With(object item)
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
