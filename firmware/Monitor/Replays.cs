namespace NanoExecutor.Monitoring
{
    /// <summary>
    /// Recognizes records that came before. A board that streams may also write out its whole ring, after a fault or from a
    /// watchdog: the records that were streamed come a second time then, with sequence numbers of their own.
    /// </summary>
    internal sealed class Replays
    {
        // Longer than the ring of any board.
        private const int Most = 1 << 14;

        private readonly HashSet<Frame> _seen = [];
        private readonly Queue<Frame> _order = new();
        private long _latest = long.MinValue;
        private bool _isReplaying;

        /// <summary>Whether a record was taken before; if not, it is remembered.</summary>
        internal bool IsReplayed(Frame frame, long time)
        {
            // What happens twice in one microsecond is told from a replay by the time: a replay begins with a step back.
            Frame key = frame with { Sequence = 0 };
            if ((_isReplaying || time < _latest) && _seen.Contains(key))
            {
                _isReplaying = true;
                return true;
            }

            _isReplaying = false;
            _latest = Math.Max(_latest, time);
            if (_seen.Add(key))
            {
                _order.Enqueue(key);
                if (_order.Count > Most)
                {
                    _seen.Remove(_order.Dequeue());
                }
            }

            return false;
        }

        /// <summary>Forgets all: the clock begins anew.</summary>
        internal void Clear()
        {
            _seen.Clear();
            _order.Clear();
            _latest = long.MinValue;
            _isReplaying = false;
        }
    }
}
