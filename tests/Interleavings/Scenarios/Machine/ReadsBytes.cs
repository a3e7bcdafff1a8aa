namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Reads from a pipe until it is closed, and looks that each byte is greater than the one before.
    /// </summary>
    internal sealed class ReadsBytes : Future
    {
        private readonly PipeReader _reader;
        private readonly byte[] _bytes = new byte[2];
        private byte _before;

        internal ReadsBytes(PipeReader reader)
        {
            _reader = reader;
        }

        /// <summary>Bytes so far.</summary>
        internal int Count { get; private set; }

        /// <summary>Whether they came in the order written, each once.</summary>
        internal bool InOrder { get; private set; } = true;

        /// <summary>The latest.</summary>
        internal byte Last => _before;

        public override Poll Poll(Waker waker)
        {
            while (_reader.Into(_bytes, 0, _bytes.Length).Poll(waker) == Ready)
            {
                if (_reader.IsClosed)
                {
                    return Ready;
                }

                for (int index = 0; index < _reader.Count; index++)
                {
                    InOrder &= _bytes[index] > _before;
                    _before = _bytes[index];
                    Count++;
                }
            }

            return Pending;
        }
    }
}
