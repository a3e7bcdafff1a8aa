namespace NanoExecutor
{
    /// <summary>
    /// What <see cref="Subscriber"/> and <see cref="LongSubscriber"/> have in common: the position, and what was
    /// missed.
    /// </summary>
    public abstract class BoundedSubscriber : ListeningFuture
    {
        private readonly TicketRing _ring;
        private int _position;

        // Missed since the last result.
        private int _lag;

        private protected BoundedSubscriber(TicketRing ring)
        {
            _ring = ring;
            _position = ring.Next;
        }

        /// <summary>Whether it is ready because the source is closed and nothing is left.</summary>
        public bool IsClosed { get; private set; }

        /// <summary>Messages that it missed just before its result, because it was behind.</summary>
        public int Missed { get; private set; }

        /// <summary>Messages that it missed so far.</summary>
        public long MissedInAll { get; private set; }

        private protected sealed override bool TryFinish()
        {
            while (true)
            {
                int behind = _ring.Oldest - _position;
                if (behind > 0)
                {
                    _lag += behind / Tickets.One;
                    _position += behind;
                }

                if (_ring.IsFilled(_position))
                {
                    Read(_position);
                    if (!_ring.IsPast(_position))
                    {
                        Keep(true);
                        _position += Tickets.One;
                        break;
                    }
                }
                else if (!_ring.IsPast(_position))
                {
                    if (!_ring.IsClosed || _ring.Next != _position)
                    {
                        return false;
                    }

                    Keep(false);
                    IsClosed = true;
                    break;
                }
            }

            Missed = _lag;
            MissedInAll += _lag;
            _lag = 0;
            return true;
        }

        /// <summary>
        /// Takes note of the message of a ticket, which counts only if <see cref="Keep"/> comes next.
        /// </summary>
        private protected abstract void Read(int ticket);

        /// <summary>Makes the message read last the result, or none.</summary>
        private protected abstract void Keep(bool isMessage);
    }
}
