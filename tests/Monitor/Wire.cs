using System.Globalization;
using System.Text;
using NanoExecutor.Boards.Virtual;

namespace NanoExecutor.Monitoring.Tests
{
    /// <summary>Frames as a board would send them, made by hand.</summary>
    internal sealed class Wire
    {
        private readonly StringBuilder _text = new();

        internal Wire(int sequence = 0)
        {
            Sequence = sequence;
        }

        internal int Sequence { get; set; }

        internal byte[] Bytes => Encoding.Latin1.GetBytes(_text.ToString());

        internal Wire Record(long time, TraceEvent what, int slot = -1, int argument = 0, int value = 0)
        {
            return Raw(string.Create(
                CultureInfo.InvariantCulture, $"{Next():x4}{(uint)time:x8}{(int)what:x2}{(ushort)slot:x4}{argument:x8}{value:x8}"));
        }

        internal Wire Clock(long time)
        {
            return Record(time, TraceEvent.Clock, -1, (int)(time >> 32), (int)time);
        }

        /// <summary>A poll, with a wake by a timer before it.</summary>
        internal Wire Poll(long begin, long end, int slot)
        {
            return Record(begin, TraceEvent.Wake, slot, WokenBy.Timer).Record(begin, TraceEvent.PollBegin, slot)
                .Record(end, TraceEvent.PollEnd, slot);
        }

        internal Wire Text(char kind, int id, string text)
        {
            return Raw(string.Create(CultureInfo.InvariantCulture, $"{Next():x4}{kind}{id:x4} {text} "));
        }

        internal Wire Line(string line)
        {
            _text.Append(line).Append('\n');
            return this;
        }

        internal Wire Part(string text)
        {
            _text.Append(text);
            return this;
        }

        internal Wire Lose(int frames)
        {
            Sequence += frames;
            return this;
        }

        internal static Result Read(byte[] bytes, int atOnce = int.MaxValue)
        {
            Result result = new();
            for (int at = 0; at < bytes.Length; at += Math.Min(atOnce, bytes.Length - at))
            {
                result.Reader.Read(bytes.AsSpan(at, Math.Min(atOnce, bytes.Length - at)));
            }

            result.Reader.End();
            result.Recording.End();
            return result;
        }

        internal Result Read()
        {
            return Read(Bytes);
        }

        private int Next()
        {
            return Sequence++ & 0xFFFF;
        }

        private Wire Raw(string body)
        {
            _text.Append('~').Append(body);
            _text.Append(Frame.Check(Encoding.ASCII.GetBytes(body)).ToString("x2", CultureInfo.InvariantCulture)).Append('\n');
            return this;
        }

        /// <summary>What was found in some bytes.</summary>
        internal sealed class Result : IFrameSink
        {
            internal Result()
            {
                Reader = new FrameReader(this);
            }

            internal FrameReader Reader { get; }

            internal Recording Recording { get; } = new();

            internal List<Frame> Frames { get; } = [];

            internal List<string> Lines { get; } = [];

            internal string Numbers => string.Join(' ', Frames.Select(f => f.Sequence));

            internal string Counts => $"lost {Reader.Lost}, garbled {Reader.Garbled}, repeated {Reader.Repeated}, "
                + $"restarts {Reader.Restarts}";

            public void Take(Frame frame)
            {
                Frames.Add(frame);
                Recording.Take(frame);
            }

            public void Miss(int frames)
            {
                Recording.Miss(frames);
            }

            public void TakeLine(string line)
            {
                Lines.Add(line);
                Recording.TakeLine(line);
            }
        }
    }

    /// <summary>An executor whose trace is streamed into a Monitor's recording.</summary>
    internal sealed class TracedBoard : ByteSink
    {
        private const int Rate = 10_000_000;

        internal TracedBoard(int slots = 8, Machine machine = null)
        {
            Machine = machine ?? new VirtualMachine();
            Executor = new Executor(slots, Machine) { Timing = true };
            Ring.Stream(this, Rate, "test");
            Executor.Tracer = Ring;
        }

        internal Machine Machine { get; }

        internal Executor Executor { get; }

        internal TraceRing Ring { get; } = new(1024);

        internal MemoryStream Sent { get; } = new();

        internal Wire.Result Result { get; } = new();

        internal Recording Recording => Result.Recording;

        public override void Write(byte[] bytes, int count)
        {
            Sent.Write(bytes, 0, count);
            Result.Reader.Read(bytes.AsSpan(0, count));
        }

        /// <summary>Runs for a time, and sends what is left.</summary>
        internal Recording Run(long time)
        {
            Executor.BlockOn(new Delay().For(time));
            Ring.Drain();
            Result.Reader.End();
            return Recording;
        }
    }
}
