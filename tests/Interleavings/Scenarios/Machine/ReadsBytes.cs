namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>
    /// Reads from a pipe until it is closed, and looks that each byte is greater than the one before.
    /// </summary>
    internal sealed class ReadsBytes : Future
    {
        private readonly Pipe _pipe;
        private readonly PipeReader _reader;
        private readonly byte[] _bytes;
        private readonly int _least;
        private byte _before;

        internal ReadsBytes(Pipe pipe)
            : this(pipe, 1, 2)
        {
        }

        /// <param name="pipe">The pipe.</param>
        /// <param name="least">Bytes it waits for.</param>
        /// <param name="most">Bytes it has room for.</param>
        internal ReadsBytes(Pipe pipe, int least, int most)
        {
            _pipe = pipe;
            _reader = pipe.Reader;
            _least = least;
            _bytes = new byte[most];
        }

        /// <summary>Bytes so far.</summary>
        internal int Count { get; private set; }

        /// <summary>Whether they came in the order written, each once.</summary>
        internal bool InOrder { get; private set; } = true;

        /// <summary>Whether each read but the last ones of a closed pipe brought as many as it waited for.</summary>
        internal bool Enough { get; private set; } = true;

        /// <summary>The latest.</summary>
        internal byte Last => _before;

        public override Poll Poll(Waker waker)
        {
            while (_reader.Into(_bytes, 0, _least, _bytes.Length).Poll(waker) == Ready)
            {
                if (_reader.IsClosed)
                {
                    return Ready;
                }

                Enough &= _reader.Count >= _least || _pipe.IsClosed;
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
