namespace NanoExecutor.Interleavings.Scenarios
{
    /// <summary>Something to hand over.</summary>
    internal sealed class Item
    {
        /// <summary>How often it was received.</summary>
        internal int Received { get; set; }
    }

    /// <summary>Holds a lock for reading until it is told to release it.</summary>
    internal sealed class Reads : Future
    {
        private readonly ReadLock _lock;
        private readonly Future _sign;

        internal Reads(ReadLock readLock, Future sign)
        {
            _lock = readLock;
            _sign = sign;
        }

        public override Poll Poll(Waker waker)
        {
            if (!_lock.IsHeld && _lock.Poll(waker) == Pending)
            {
                return Pending;
            }

            if (_sign.Poll(waker) == Pending)
            {
                return Pending;
            }

            _lock.Release();
            return Ready;
        }
    }

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

    /// <summary>Ready once another future was ready a number of times.</summary>
    internal sealed class Takes : Future
    {
        private readonly Future _inner;
        private readonly int _times;

        internal Takes(Future inner, int times)
        {
            _inner = inner;
            _times = times;
        }

        /// <summary>Times it was ready so far.</summary>
        internal int Taken { get; private set; }

        public override Poll Poll(Waker waker)
        {
            while (Taken < _times)
            {
                if (_inner.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Taken++;
            }

            return Ready;
        }

        public override void Cancel()
        {
            _inner.Cancel();
        }

        public override void Detach()
        {
            _inner.Detach();
        }
    }

    /// <summary>Has a lock for writing for a moment.</summary>
    internal sealed class Writes : Future
    {
        private readonly WriteLock _lock;

        internal Writes(WriteLock writeLock)
        {
            _lock = writeLock;
        }

        public override Poll Poll(Waker waker)
        {
            if (_lock.Poll(waker) == Pending)
            {
                return Pending;
            }

            _lock.Release();
            return Ready;
        }

        public override void Cancel()
        {
            _lock.Cancel();
        }
    }

    /// <summary>Writes the bytes 1, 2, 3, ... into a pipe, so many at once, and closes it. What a thread does.</summary>
    internal sealed class WritesChunks
    {
        private readonly Pipe _pipe;
        private readonly int _bytes;
        private readonly byte[] _chunk;

        internal WritesChunks(Pipe pipe, int bytes, int atOnce)
        {
            _pipe = pipe;
            _bytes = bytes;
            _chunk = new byte[atOnce];
        }

        internal void Write()
        {
            for (int written = 0; written < _bytes;)
            {
                int count = 0;
                while (count < _chunk.Length && written < _bytes)
                {
                    _chunk[count++] = (byte)++written;
                }

                if (count == 1)
                {
                    _pipe.WriteByte(_chunk[0]);
                }
                else
                {
                    _pipe.Write(_chunk, 0, count);
                }
            }

            _pipe.Close();
        }
    }
}
