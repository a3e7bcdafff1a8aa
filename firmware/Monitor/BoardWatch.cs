namespace NanoExecutor.Monitoring
{
    /// <summary>
    /// A board under watch: its output goes in, at one end, and the recording can be looked at meanwhile. Any thread.
    /// </summary>
    internal sealed class BoardWatch : IFrameSink
    {
        private readonly Lock _lock = new();
        private readonly FrameReader _reader;
        private readonly Action<string> _onLine;
        private long _latest = Environment.TickCount64;
        private bool _isOver;

        /// <summary>Begins a watch.</summary>
        /// <param name="onLine">Called with each line of the program; null for nobody.</param>
        internal BoardWatch(Action<string> onLine)
        {
            _onLine = onLine;
            _reader = new FrameReader(this);
            Recording = new Recording();
        }

        /// <summary>What is known so far. Only within <see cref="Look"/>, or when nothing more comes.</summary>
        internal Recording Recording { get; }

        /// <summary>What the reader counted.</summary>
        internal FrameReader Reader => _reader;

        /// <summary>How long no byte has come, by the clock of this machine, µs; 0 when none is to come any more.</summary>
        internal long Silence => _isOver ? 0 : (Environment.TickCount64 - Volatile.Read(ref _latest)) * Duration.Millisecond;

        /// <summary>Takes bytes of the board's output.</summary>
        internal void Take(ReadOnlySpan<byte> bytes)
        {
            lock (_lock)
            {
                _reader.Read(bytes);
                Volatile.Write(ref _latest, Environment.TickCount64);
            }
        }

        /// <summary>Nothing more comes.</summary>
        internal void End()
        {
            lock (_lock)
            {
                _reader.End();
                Recording.End();
                _isOver = true;
            }
        }

        /// <summary>Looks at what is known, which stands still meanwhile.</summary>
        internal T Look<T>(Func<BoardWatch, T> look)
        {
            lock (_lock)
            {
                return look(this);
            }
        }

        /// <summary>Reads an input to its end.</summary>
        internal void Follow(BoardInput input)
        {
            byte[] buffer = new byte[1 << 16];
            for (int count = input.Read(buffer); count > 0; count = input.Read(buffer))
            {
                Take(buffer.AsSpan(0, count));
            }

            End();
        }

        void IFrameSink.Take(Frame frame)
        {
            Recording.Take(frame);
        }

        void IFrameSink.Miss(int frames)
        {
            Recording.Miss(frames);
        }

        void IFrameSink.TakeLine(string line)
        {
            Recording.TakeLine(line);
            _onLine?.Invoke(line);
        }
    }
}
