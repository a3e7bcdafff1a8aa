using System.Text;

namespace NanoExecutor.Monitoring
{
    /// <summary>Takes what a <see cref="FrameReader"/> finds in a board's output.</summary>
    internal interface IFrameSink
    {
        /// <summary>The next frame.</summary>
        void Take(Frame frame);

        /// <summary>Before the next frame, this many are missing.</summary>
        void Miss(int frames);

        /// <summary>A line of the program's own, without its newline.</summary>
        void TakeLine(string line);
    }

    /// <summary>
    /// Takes the frames out of what a board prints, and leaves the program's own lines.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Serial lines drop, change and repeat bytes, and a program's line may be cut in two by frames. So a frame is looked for at
    /// every mark, not only where a line begins, and the two halves of a line that frames stood in are put together again.
    /// </para>
    /// <para>
    /// One in 256 garbled frames passes the check. If its sequence number is far from the one that is due, it is held back until
    /// the next frame says which of them is right: a wrong number would count thousands as lost. So is the very first frame.
    /// </para>
    /// </remarks>
    internal sealed class FrameReader
    {
        private const int SequenceMask = 0xFFFF;

        // A gap up to this is believed at once; frames up to this far back are known again.
        private const int Near = 1024;

        private const int MaxLine = 4096;
        private const int None = -1;

        private readonly IFrameSink _sink;
        private readonly Frame?[] _recent = new Frame?[Near];
        private readonly byte[] _line = new byte[MaxLine];
        private readonly List<byte> _partial = [];
        private int _length;
        private int _due = None;
        private Frame? _held;

        // How many numbers were missing before the latest frame.
        private int _gap;
        private bool _isFirst = true;

        /// <summary>Makes a reader.</summary>
        /// <param name="sink">Who is given what it finds.</param>
        internal FrameReader(IFrameSink sink)
        {
            _sink = sink;
        }

        /// <summary>Frames that came through.</summary>
        internal long Frames { get; private set; }

        /// <summary>Frames that are missing, by the numbers of the others; those that came garbled are among them.</summary>
        internal long Lost { get; private set; }

        /// <summary>What looked like a frame and was none, or had an impossible number.</summary>
        internal long Garbled { get; private set; }

        /// <summary>Frames that had come before, and late ones.</summary>
        internal long Repeated { get; private set; }

        /// <summary>How often the numbers began anew: the board was reset.</summary>
        internal long Restarts { get; private set; }

        /// <summary>Reads on. Any bytes are fine.</summary>
        internal void Read(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                int end = bytes.IndexOf((byte)'\n');
                ReadOnlySpan<byte> part = end < 0 ? bytes : bytes[..end];
                int room = Math.Min(part.Length, MaxLine - _length);
                part[..room].CopyTo(_line.AsSpan(_length));
                _length += room;
                if (room < part.Length)
                {
                    // No line of text is that long; what follows begins another one.
                    EndLine();
                    bytes = bytes[room..];
                    continue;
                }

                if (end < 0)
                {
                    return;
                }

                EndLine();
                bytes = bytes[(end + 1)..];
            }
        }

        /// <summary>Nothing more comes: a last line without an end is a line too.</summary>
        internal void End()
        {
            if (_length > 0)
            {
                EndLine();
            }

            if (_partial.Count > 0)
            {
                EmitLine();
            }

            if (_held is Frame held)
            {
                _held = null;
                if (_due == None)
                {
                    Deliver(held);
                }
                else
                {
                    Garbled++;
                }
            }
        }

        private void EndLine()
        {
            ReadOnlySpan<byte> line = _line.AsSpan(0, _length).TrimEnd((byte)'\r');
            _length = 0;
            bool isFirst = _isFirst;
            _isFirst = false;
            if (isFirst && Frame.IsTail(line))
            {
                // A listener that joins in the middle of a frame.
                return;
            }

            int from = 0;
            for (int at = Find(line, 0); at >= 0; at = Find(line, at))
            {
                if (TryFrame(line[at..], out Frame frame, out int length))
                {
                    AddPiece(line[from..at]);
                    Accept(frame);
                    at += length;
                    from = at;
                }
                else
                {
                    at++;
                }
            }

            // A line that ends with a frame ends with the frame's newline, not with the program's.
            if (from == 0 || from < line.Length)
            {
                if (AddPiece(line[from..]))
                {
                    EmitLine();
                }
            }
        }

        private static int Find(ReadOnlySpan<byte> line, int from)
        {
            int at = line[from..].IndexOf(Frame.Mark);
            return at < 0 ? None : from + at;
        }

        // A frame ends with its line; or where the next begins, if its newline was lost; a record has its length.
        private static bool TryFrame(ReadOnlySpan<byte> line, out Frame frame, out int length)
        {
            length = Frame.RecordLength;
            if (line.Length >= length && Frame.TryParse(line[..length], out frame) && !frame.IsText)
            {
                return true;
            }

            for (length = Math.Min(line.Length, Frame.MaxLength); length > 0; length = line[..length].LastIndexOf(Frame.Mark))
            {
                if (Frame.TryParse(line[..length], out frame))
                {
                    return true;
                }
            }

            frame = default;
            return false;
        }

        // False if there is nothing of the program in it.
        private bool AddPiece(ReadOnlySpan<byte> piece)
        {
            for (int at = Find(piece, 0); at >= 0; at = Find(piece, at + 1))
            {
                if (Frame.IsLikeFrame(piece[at..]))
                {
                    Garbled++;
                    _partial.AddRange(piece[..at]);
                    return false;
                }
            }

            _partial.AddRange(piece);
            if (_partial.Count > MaxLine)
            {
                EmitLine();
            }

            return true;
        }

        // What a terminal would obey is not let through.
        private void EmitLine()
        {
            char[] line = Encoding.UTF8.GetString(_partial.ToArray()).ToCharArray();
            _partial.Clear();
            for (int i = 0; i < line.Length; i++)
            {
                line[i] = line[i] == '\t' ? ' ' : char.IsControl(line[i]) ? '?' : line[i];
            }

            _sink.TakeLine(new string(line));
        }

        private void Accept(Frame frame)
        {
            int gap = _due == None ? None : (frame.Sequence - _due) & SequenceMask;
            if (gap == 0)
            {
                _gap = 0;
                DropHeld();
                Deliver(frame);
            }
            else if (_held is Frame held && held != frame && ((frame.Sequence - held.Sequence - 1) & SequenceMask) < Near)
            {
                _held = null;
                Jump(held);
                Deliver(held);
                Pass(frame);
            }
            else if (_recent[frame.Sequence % Near] == frame || _held == frame)
            {
                Repeated++;
            }
            else if (gap is > 0 and < Near)
            {
                DropHeld();
                Pass(frame);
            }
            else
            {
                DropHeld();
                _held = frame;
            }
        }

        // The numbers go on somewhere else: much was lost, or the board was reset.
        private void Jump(Frame to)
        {
            if (_due == None)
            {
                return;
            }

            int gap = (to.Sequence - _due) & SequenceMask;
            int back = (_due - to.Sequence) & SequenceMask;
            if (back <= _gap)
            {
                // The latest number was garbled: what it passed over is still to come.
                Lost -= back;
                gap = 0;
            }
            else if (gap > SequenceMask / 2)
            {
                Restarts++;
                gap = to.Sequence < Near ? to.Sequence : 0;
            }

            Miss(gap);
        }

        private void Pass(Frame frame)
        {
            Miss((frame.Sequence - _due) & SequenceMask);
            Deliver(frame);
        }

        private void Miss(int frames)
        {
            _gap = frames;
            if (frames > 0)
            {
                Lost += frames;
                _sink.Miss(frames);
            }
        }

        private void Deliver(Frame frame)
        {
            Frames++;
            _due = (frame.Sequence + 1) & SequenceMask;
            _recent[frame.Sequence % Near] = frame;
            _sink.Take(frame);
        }

        private void DropHeld()
        {
            if (_held != null)
            {
                _held = null;
                Garbled++;
            }
        }
    }
}
