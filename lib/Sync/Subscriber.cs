namespace NanoExecutor
{
    /// <summary>
    /// Ready when it has the next message of a <see cref="PubSub"/>, or when that is closed and there is none left.
    /// Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: it goes on where it was, if that is still there by then.</para>
    /// </remarks>
    public sealed class Subscriber : ListeningFuture
    {
        private readonly ObjectRing _ring;
        private int _position;

        // Missed since the last result.
        private int _lag;

        internal Subscriber(PubSub source)
        {
            _ring = source.Ring;
            _position = _ring.Next;
        }

        /// <summary>The message it got last.</summary>
        public object Result { get; private set; }

        /// <summary>Whether it is ready because the source is closed and nothing is left.</summary>
        public bool IsClosed { get; private set; }

        /// <summary>Messages that it missed just before <see cref="Result"/>, because it was behind.</summary>
        public int Missed { get; private set; }

        /// <summary>Messages that it missed so far.</summary>
        public long MissedInAll { get; private set; }

        private protected override bool TryFinish()
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
                    object item = _ring.ItemAt(_position);
                    if (!_ring.IsPast(_position))
                    {
                        Result = item;
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

                    Result = default(object);
                    IsClosed = true;
                    break;
                }
            }

            Missed = _lag;
            MissedInAll += _lag;
            _lag = 0;
            return true;
        }
    }
}
