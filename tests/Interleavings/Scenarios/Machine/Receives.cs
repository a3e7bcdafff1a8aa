namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Receives items from a channel until it has enough, or the channel is closed.</summary>
    internal sealed class Receives : Future
    {
        private readonly ChannelReceive _receive;
        private readonly int _enough;

        internal Receives(ChannelReceive receive, int enough)
        {
            _receive = receive;
            _enough = enough;
        }

        /// <summary>Items so far.</summary>
        internal int Received { get; private set; }

        public override Poll Poll(Waker waker)
        {
            while (Received < _enough)
            {
                if (_receive.Poll(waker) == Pending)
                {
                    return Pending;
                }

                if (_receive.IsClosed)
                {
                    return Ready;
                }

                Received++;
                ((Item)_receive.Result).Received++;
            }

            return Ready;
        }
    }
}
