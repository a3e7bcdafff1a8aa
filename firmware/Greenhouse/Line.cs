using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// A line of text in one buffer, written again and again. Words are arrays of bytes made at start-up, since on the
    /// device each use of a string literal makes an object. What does not fit is cut off.
    /// </summary>
    public sealed class Line
    {
        private const int SecondsWidth = 5;
        private const byte Zero = (byte)'0';

        private readonly GreenhouseBoard _board;
        private readonly byte[] _buffer;
        private readonly byte[] _digits = new byte[20];
        private int _length;

        /// <summary>Makes the buffer.</summary>
        /// <param name="board">Prints the line.</param>
        /// <param name="length">The longest line, bytes.</param>
        public Line(GreenhouseBoard board, int length)
        {
            _board = board;
            _buffer = new byte[length + 1];
        }

        /// <summary>The bytes of a text of ASCII. Allocates: for words made at start-up.</summary>
        public static byte[] Word(string text)
        {
            byte[] word = new byte[text.Length];
            for (int i = 0; i < word.Length; i++)
            {
                word[i] = (byte)text[i];
            }

            return word;
        }

        /// <summary>Starts a line with the time: seconds, with three decimals.</summary>
        public Line Begin()
        {
            _length = 0;
            long milliseconds = _board.Clock.Now / Duration.Millisecond;
            Pad(milliseconds / 1000, SecondsWidth);
            Put((byte)'.');
            return Digits(milliseconds % 1000, 3);
        }

        /// <summary>Adds a word.</summary>
        public Line Add(byte[] word)
        {
            for (int i = 0; i < word.Length; i++)
            {
                Put(word[i]);
            }

            return this;
        }

        /// <summary>Adds a whole number.</summary>
        public Line Add(int value)
        {
            return Digits(Sign(value), 1);
        }

        /// <summary>Adds a number of hundredths with two decimals.</summary>
        public Line AddHundredths(int value)
        {
            long hundredths = Sign(value);
            Digits(hundredths / 100, 1);
            Put((byte)'.');
            return Digits(hundredths % 100, 2);
        }

        /// <summary>Adds a duration in seconds with one decimal.</summary>
        /// <param name="duration">µs, not negative.</param>
        public Line AddSeconds(long duration)
        {
            long tenths = duration / (Duration.Second / 10);
            Digits(tenths / 10, 1);
            Put((byte)'.');
            return Digits(tenths % 10, 1);
        }

        /// <summary>Prints the line.</summary>
        public void End()
        {
            _buffer[_length++] = (byte)'\n';
            _board.Print(_buffer, _length);
            _length = 0;
        }

        private long Sign(int value)
        {
            if (value >= 0)
            {
                return value;
            }

            Put((byte)'-');
            return -(long)value;
        }

        private void Pad(long value, int width)
        {
            long limit = 10;
            for (int digits = 1; digits < width; digits++)
            {
                if (value < limit)
                {
                    Put((byte)' ');
                }

                limit *= 10;
            }

            Digits(value, 1);
        }

        private Line Digits(long value, int least)
        {
            int count = 0;
            while (value > 0 || count < least)
            {
                _digits[count++] = (byte)(Zero + (int)(value % 10));
                value /= 10;
            }

            while (count > 0)
            {
                Put(_digits[--count]);
            }

            return this;
        }

        // The last byte is kept for the line feed.
        private void Put(byte character)
        {
            if (_length < _buffer.Length - 1)
            {
                _buffer[_length++] = character;
            }
        }
    }
}
