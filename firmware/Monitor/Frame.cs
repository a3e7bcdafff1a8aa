using System.Text;

namespace NanoExecutor.Monitoring
{
    /// <summary>
    /// One frame of a trace, as lib/Tracing/TraceRing.Frames.cs writes it: a record of something that happened, or a text,
    /// such as the name of a task.
    /// </summary>
    /// <param name="Sequence">Its place in the stream, 0 to 65535.</param>
    /// <param name="Kind">What a text is about, a capital letter; 0 for a record.</param>
    /// <param name="Id">The slot of a record, -1 for none; the slot, source or mark of a text.</param>
    /// <param name="Text">The text; null for a record.</param>
    /// <param name="Time">The low half of the clock, µs.</param>
    /// <param name="What">What happened.</param>
    /// <param name="Argument">As <see cref="TraceEvent"/> says.</param>
    /// <param name="Value">The value of a mark, or half of a clock.</param>
    internal readonly record struct Frame(
        int Sequence,
        char Kind,
        int Id,
        string Text,
        uint Time,
        TraceEvent What,
        int Argument,
        int Value)
    {
        /// <summary>What a frame begins with.</summary>
        internal const byte Mark = (byte)'~';

        /// <summary>Bytes of a record without its newline.</summary>
        internal const int RecordLength = 37;

        /// <summary>Bytes of the longest text that is looked for, more than a board writes.</summary>
        internal const int MaxLength = 256;

        private const int SequenceDigits = 4;
        private const int CheckDigits = 2;

        // ~ seq:4 kind:1 id:4 space … space check:2
        private const int KindAt = 1 + SequenceDigits;
        private const int TextAt = KindAt + 6;
        private const int ShortestText = TextAt + 1 + CheckDigits;

        // Of what a cut or garbled frame has after its mark, so many are looked at.
        private const int HeadLength = 9;
        private const int HeadDigits = 6;

        private static readonly byte[] _checks = MakeChecks();

        /// <summary>Whether it is a text, not a record.</summary>
        internal bool IsText => Kind != '\0';

        /// <summary>Reads a frame.</summary>
        /// <param name="bytes">All of it, from its mark to its check.</param>
        /// <param name="frame">What it says.</param>
        /// <returns>False for anything that is not exactly a frame whose check fits.</returns>
        internal static bool TryParse(ReadOnlySpan<byte> bytes, out Frame frame)
        {
            frame = default;
            if (bytes.Length < ShortestText
                || bytes[0] != Mark
                || (bytes.Length != RecordLength && !IsCapital(bytes[KindAt]))
                || !TryHex(bytes[^CheckDigits..], out uint check)
                || check != Check(bytes[1..^CheckDigits])
                || !TryHex(bytes.Slice(1, SequenceDigits), out uint sequence))
            {
                return false;
            }

            return IsCapital(bytes[KindAt])
                ? TryText(bytes, (int)sequence, ref frame)
                : TryRecord(bytes, (int)sequence, ref frame);
        }

        /// <summary>Whether what is not a frame may have been one, before something was cut out of it or changed in it.</summary>
        internal static bool IsLikeFrame(ReadOnlySpan<byte> bytes)
        {
            if (bytes.Length < 2 || bytes[0] != Mark)
            {
                return false;
            }

            ReadOnlySpan<byte> head = bytes.Slice(1, Math.Min(HeadLength, bytes.Length - 1));
            int digits = 0;
            foreach (byte character in head)
            {
                digits += Digit(character) >= 0 ? 1 : 0;
            }

            return digits >= Math.Min(HeadDigits, head.Length);
        }

        /// <summary>Whether it is the end of a frame, of the kind that stands where a listener joins.</summary>
        internal static bool IsTail(ReadOnlySpan<byte> bytes)
        {
            return bytes.Length is >= CheckDigits and < RecordLength && bytes.IndexOfAnyExcept("0123456789abcdef"u8) < 0;
        }

        /// <summary>The check of a frame: CRC-8, polynomial 7.</summary>
        /// <param name="bytes">What is between its mark and its check.</param>
        internal static byte Check(ReadOnlySpan<byte> bytes)
        {
            int check = 0;
            foreach (byte value in bytes)
            {
                check = _checks[check ^ value];
            }

            return (byte)check;
        }

        private static byte[] MakeChecks()
        {
            byte[] checks = new byte[256];
            for (int value = 0; value < checks.Length; value++)
            {
                int check = value;
                for (int bit = 0; bit < 8; bit++)
                {
                    check = (check & 0x80) != 0 ? (check << 1) ^ 7 : check << 1;
                }

                checks[value] = (byte)check;
            }

            return checks;
        }

        private static bool IsCapital(byte character)
        {
            return character is >= (byte)'A' and <= (byte)'Z';
        }

        private static bool TryText(ReadOnlySpan<byte> bytes, int sequence, ref Frame frame)
        {
            ReadOnlySpan<byte> text = bytes[TextAt..^(CheckDigits + 1)];
            if (bytes[TextAt - 1] != ' '
                || bytes[^(CheckDigits + 1)] != ' '
                || text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0
                || !TryHex(bytes.Slice(KindAt + 1, SequenceDigits), out uint id))
            {
                return false;
            }

            frame = new Frame(sequence, (char)bytes[KindAt], (int)id, Encoding.ASCII.GetString(text), 0, 0, 0, 0);
            return true;
        }

        private static bool TryRecord(ReadOnlySpan<byte> bytes, int sequence, ref Frame frame)
        {
            if (bytes.Length != RecordLength
                || !TryHex(bytes.Slice(5, 8), out uint time)
                || !TryHex(bytes.Slice(13, 2), out uint what)
                || !TryHex(bytes.Slice(15, 4), out uint slot)
                || !TryHex(bytes.Slice(19, 8), out uint argument)
                || !TryHex(bytes.Slice(27, 8), out uint value))
            {
                return false;
            }

            frame = new Frame(
                sequence, '\0', (short)slot, null, time, (TraceEvent)what, (int)argument, (int)value);
            return true;
        }

        private static bool TryHex(ReadOnlySpan<byte> digits, out uint value)
        {
            value = 0;
            foreach (byte character in digits)
            {
                int digit = Digit(character);
                if (digit < 0)
                {
                    return false;
                }

                value = (value << 4) | (uint)digit;
            }

            return true;
        }

        private static int Digit(byte character)
        {
            return character switch
            {
                >= (byte)'0' and <= (byte)'9' => character - '0',
                >= (byte)'a' and <= (byte)'f' => character - 'a' + 10,
                _ => -1,
            };
        }
    }
}
