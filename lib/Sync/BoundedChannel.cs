namespace NanoExecutor
{
    /// <summary>What <see cref="Channel"/> and <see cref="LongChannel"/> have in common: all but the items.</summary>
    public abstract class BoundedChannel
    {
        internal readonly WaitLine Senders;
        internal readonly WaitLine Receivers;
        internal readonly WhenFull WhenFull;

        /// <summary>An item has come, or the channel was closed.</summary>
        internal readonly WakerRegistration Filled = new WakerRegistration();

        private readonly TicketRing _ring;
        private readonly WakerRegistration _closed = new WakerRegistration();

        private protected BoundedChannel(TicketRing ring, WhenFull whenFull)
        {
            _ring = ring;
            WhenFull = (WhenFull)Checks.Choice("whenFull", (int)whenFull, (int)WhenFull.DropNewest);
            Receivers = new WaitLine(Filled);
            Senders = new WaitLine(_closed);
        }

        /// <summary>Items it holds at the most.</summary>
        public int Capacity => _ring.Limit;

        /// <summary>Items in it. Exact for tasks of its executor while nobody else sends.</summary>
        public int Count => _ring.Count;

        /// <summary>
        /// Items so far that were dropped because it was full, or that <c>TrySend</c> refused for that reason. Stays at
        /// int.MaxValue.
        /// </summary>
        public int Dropped => _ring.Dropped;

        /// <summary>Whether <see cref="Close"/> was called. What was sent before can still be received.</summary>
        public bool IsClosed => _ring.IsClosed;

        /// <summary>Futures that wait for an item.</summary>
        public int WaitingToReceive => Receivers.Count;

        /// <summary>Futures that wait for a place.</summary>
        public int WaitingToSend => Senders.Count;

        internal bool CanReceive => _ring.HasFront || _ring.IsDrained;

        internal bool CanSend => _ring.Count < _ring.Limit || _ring.IsClosed;

        /// <summary>
        /// Accepts no item any more. Receivers get what is in it and then learn that it is closed; those that wait to
        /// send learn it now. Any thread, task or interrupt; never blocks, allocates nothing; a second call does
        /// nothing.
        /// </summary>
        public void Close()
        {
            if (_ring.Close())
            {
                Filled.Notify();
                _closed.Notify();
            }
        }

        /// <summary>An item found no place.</summary>
        internal void CountDropped()
        {
            _ring.CountDropped();
        }
    }
}
