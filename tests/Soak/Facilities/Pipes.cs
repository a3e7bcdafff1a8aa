using NanoExecutor.Soak.Nodes;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak.Facilities
{
    /// <summary>
    /// A pipe with one task that reads, and one task or interrupts that write: bytes come out in order, each once, but
    /// for those that it says were dropped.
    /// </summary>
    internal sealed class Pipes(World world, int capacity, bool isWrittenByTask, WhenFull whenFull) : Facility(world)
    {
        private readonly Pipe _pipe = new(capacity, whenFull);
        private readonly byte[] _chunk = new byte[64];
        private readonly bool _isToClose = world.Chance.OneIn(4);
        private bool _isClosed;
        private Reader? _reader;
        private Writer? _writer;

        // Bytes are numbered; each is the low byte of its number.
        private long _written;
        private long _next;
        private long _read;
        private long _refused;

        public override (long Shortest, long Longest) Pace => (3_200, 320_000);

        public override bool HasRoom => _reader == null || (isWrittenByTask && _writer == null);

        public override Node NewLeaf()
        {
            return _reader == null ? _reader = new Reader(this) : _writer = new Writer(this);
        }

        public override void Interrupt()
        {
            if (_isToClose && World.IsPastHalf && Chance.OneIn(50))
            {
                _isClosed = true;
                _pipe.Close();
            }

            if (!isWrittenByTask)
            {
                Write(Chance.Between(1, _chunk.Length));
            }
        }

        public override void CheckQuiet()
        {
            bool canRead = _isClosed || (_reader != null && _pipe.Count >= _reader.Least);
            bool canWrite = _isClosed || _pipe.Count < capacity;
            Unless(_reader is not { Sleeps: true } || !canRead, "bytes are there and the reader sleeps on");
            Unless(_writer is not { Sleeps: true } || !canWrite, "there is room and the writer sleeps on");
        }

        public override void Serve()
        {
            if (_writer is { IsWaiting: true })
            {
                // Nobody else writes while it waits: the bytes would mix.
                if (_reader is not { Sleeps: true })
                {
                    byte[] taken = new byte[capacity];
                    CheckRead(taken, _pipe.Reader.TryRead(taken, 0, capacity));
                }
            }
            else if (_reader is { IsWaiting: true })
            {
                Write(Math.Min(_chunk.Length, _reader.Least));
            }
        }

        public override void CheckEnd()
        {
            CheckQuiet();
            Unless(_reader is not { IsWaiting: true } && _writer is not { IsWaiting: true }, "a side was left waiting");
            byte[] rest = new byte[capacity];
            CheckRead(rest, _pipe.Reader.TryRead(rest, 0, capacity));
            Unless(_next == _written, $"{_written} bytes went in and the last to come out was {_next - 1}");
        }

        private int Fill(int count)
        {
            for (int i = 0; i < count; i++)
            {
                _chunk[i] = (byte)(_written + i);
            }

            return count;
        }

        private void Write(int count)
        {
            int written = _pipe.Write(_chunk, 0, Fill(count));
            if (_isClosed)
            {
                Unless(written == 0, "it took bytes although it is closed");
                return;
            }

            if (whenFull == WhenFull.DropOldest)
            {
                // Of more than it holds it keeps the last, which have the highest numbers.
                Unless(written == Math.Min(count, capacity), "a pipe that drops its oldest refused some");
                _written += count;
                return;
            }

            _refused += count - written;
            _written += written;
        }

        private void CheckRead(byte[] bytes, int count)
        {
            long first = _written - _pipe.Count - count;
            _read += count;
            for (int i = 0; i < count; i++)
            {
                Unless(bytes[i] == (byte)(first + i), $"byte {first + i} is another one");
            }

            bool drops = whenFull == WhenFull.DropOldest;
            Unless(first == _next || (drops && first > _next), "bytes were lost or came twice");
            Unless(_pipe.Dropped == (drops ? first + count - _read : _refused), "it did not count what it dropped");
            _next = first + count;
        }

        private sealed class Reader : Node
        {
            private readonly Pipes _of;
            private readonly PipeReader _reader;
            private readonly byte[] _bytes = new byte[80];

            public Reader(Pipes of)
            {
                _of = of;
                _reader = of._pipe.Reader;
                Inner = _reader;
            }

            public int Least { get; private set; }

            public override void Arm()
            {
                if (!IsWaiting)
                {
                    Least = _of.Chance.Between(1, _of._pipe.Capacity);
                    _reader.Into(_bytes, 0, Least, _of.Chance.Between(Least, _bytes.Length));
                }
            }

            protected override void OnReady(bool first)
            {
                Unless(
                    _reader.Count >= Least || _of._isClosed, $"ready with {_reader.Count} bytes instead of {Least} or more");
                Unless(
                    _reader.IsClosed == (_of._isClosed && _reader.Count == 0), "it does not know whether this is the end");
                _of.CheckRead(_bytes, _reader.Count);
            }
        }

        private sealed class Writer : Node
        {
            private readonly Pipes _of;
            private readonly PipeWriter _writer;
            private long _start;
            private int _count;

            public Writer(Pipes of)
            {
                _of = of;
                _writer = of._pipe.Writer;
                Inner = _writer;
            }

            protected override void OnBegin()
            {
                _count = _of.Fill(_of.Chance.Between(1, _of._chunk.Length));
                _writer.From(_of._chunk, 0, _count);
                _start = _of._written;
            }

            protected override Poll PollInner(Waker waker)
            {
                Poll result = Inner.Poll(waker);
                _of._written = _start + _writer.Written;
                return result;
            }

            protected override void OnReady(bool first)
            {
                Unless(_writer.Written == _count || _of._isClosed, "ready before all was written");
            }
        }
    }
}
