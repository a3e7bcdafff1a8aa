namespace NanoExecutor
{
    /// <summary>What <see cref="PubSub"/> and <see cref="LongPubSub"/> have in common: all but the messages.</summary>
    public abstract class BoundedPubSub
    {
        private protected readonly Listeners Subscribers = new Listeners();

        private readonly TicketRing _ring;

        private protected BoundedPubSub(TicketRing ring)
        {
            _ring = ring;
        }

        /// <summary>Messages that are kept at the most.</summary>
        public int Capacity => _ring.Limit;

        /// <summary>
        /// Messages that <c>Publish</c> refused so far; stays at int.MaxValue. Who missed what, each subscriber says.
        /// </summary>
        public int Dropped => _ring.Dropped;

        /// <summary>Whether <see cref="Close"/> was called.</summary>
        public bool IsClosed => _ring.IsClosed;

        /// <summary>Subscribers that wait. Looks at all that were made.</summary>
        public int Waiting => Subscribers.CountWaiting();

        /// <summary>
        /// Accepts no message any more. Subscribers get what is left and then learn that it is closed. Any thread, task
        /// or interrupt; never blocks, allocates nothing; a second call does nothing.
        /// </summary>
        public void Close()
        {
            if (_ring.Close())
            {
                Subscribers.WakeAll();
            }
        }

        /// <summary>A message is in the ring: true.</summary>
        private protected bool Sent()
        {
            Subscribers.WakeAll();
            return true;
        }

        /// <summary>A message found no place: false.</summary>
        private protected bool Refused()
        {
            if (!_ring.IsClosed)
            {
                _ring.CountDropped();
            }

            return false;
        }
    }
}
