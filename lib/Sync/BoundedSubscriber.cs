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

        // The laps of the ring when it last looked.
        private int _laps;

        // Missed since the last result.
        private long _lag;

        private protected BoundedSubscriber(TicketRing ring)
        {
            _ring = ring;
            _position = ring.Next;
            _laps = ring.Laps;
        }

        /// <summary>Whether it is ready because the source is closed and nothing is left.</summary>
        public bool IsClosed { get; private set; }

        /// <summary>
        /// Messages that it missed just before its result, because it was behind; int.MaxValue for more.
        /// </summary>
        public int Missed { get; private set; }

        /// <summary>Messages that it missed so far.</summary>
        public long MissedInAll { get; private set; }

        private protected sealed override bool TryFinish()
        {
            while (true)
            {
                int behind = _ring.Oldest - _position;
                int laps = _ring.Laps - _laps;
                if (behind > 0 || laps != 0)
                {
                    PassOver(behind, laps);
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

            Missed = Saturating.Int(_lag);
            MissedInAll += _lag;
            _lag = 0;
            return true;
        }

        // What the ring no longer has. It may have gone round several times since the look before.
        private void PassOver(int behind, int laps)
        {
            _laps += laps;
            long missed = Lap.Distance(behind, laps);
            if (missed > 0)
            {
                _lag += missed / Tickets.One;
                _position += behind;
            }
        }

        /// <summary>
        /// Takes note of the message of a ticket, which counts only if <see cref="Keep"/> comes next.
        /// </summary>
        private protected abstract void Read(int ticket);

        /// <summary>Makes the message read last the result, or none.</summary>
        private protected abstract void Keep(bool isMessage);
    }
}
