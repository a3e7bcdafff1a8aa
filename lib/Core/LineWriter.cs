using System;

namespace NanoExecutor
{
    /// <summary>Takes bytes for something outside: a serial port, a console, a file. A board or a program derives from it.</summary>
    public abstract class ByteSink
    {
        /// <summary>
        /// Takes bytes, all of them and at once; what is more than it can hold it drops. On the thread of whoever writes.
        /// Allocates nothing.
        /// </summary>
        /// <param name="bytes">Holds them from its start, and is used again afterwards.</param>
        /// <param name="count">How many.</param>
        public abstract void Write(byte[] bytes, int count);
    }

    /// <summary>
    /// Writes text of ASCII into one buffer, a line at a time: words, numbers, times and hundredths, without making an
    /// object. What does not fit into a line is cut off and counted.
    /// </summary>
    /// <remarks>
    /// <code>
    ///     private readonly byte[] _temperature = LineWriter.Word("temperature ");   // made once: a literal is an object
    ///     …
    ///     _line.Begin(clock.Now).Add(_temperature).AddHundredths(2150).End();       // "    1.250temperature 21.50"
    /// </code>
    /// <para>
    /// On nanoCLR each use of a string literal makes an object of 12 bytes, which is why words are arrays of bytes. A string
    /// that exists already costs nothing.
    /// </para>
    /// <para>For one thread at a time. Only its constructors and <see cref="Word"/> allocate.</para>
    /// </remarks>
    public sealed class LineWriter
    {
        private const int LongestLine = 1 << 16;
        private const int SecondsWidth = 5;
        private const int LongestNumber = 20;
        private const byte Zero = (byte)'0';
        private const byte Unprintable = (byte)'?';

        private readonly ByteSink _sink;
        private readonly Clock _clock;
        private readonly byte[] _buffer;
        private readonly byte[] _digits = new byte[LongestNumber];
        private int _length;

        /// <summary>Writes each line to a sink when it ends.</summary>
        /// <param name="sink">Where lines go.</param>
        /// <param name="length">The longest line, in bytes, 1 to 65,536; allocated here.</param>
        /// <exception cref="ArgumentNullException">The sink is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The length is not 1 to 65,536.</exception>
        public LineWriter(ByteSink sink, int length)
            : this(sink, length, null)
        {
        }

        /// <summary>Writes each line to a sink when it ends, and knows the time.</summary>
        /// <param name="sink">Where lines go.</param>
        /// <param name="length">The longest line, in bytes, 1 to 65,536; allocated here.</param>
        /// <param name="clock">For <see cref="Begin()"/>; null for one whose lines have no time, or that of another.</param>
        /// <exception cref="ArgumentNullException">The sink is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The length is not 1 to 65,536.</exception>
        public LineWriter(ByteSink sink, int length, Clock clock)
        {
            if (sink == null)
            {
                throw Throw.Null("sink", "A line writer");
            }

            if (length < 1 || length > LongestLine)
            {
                throw Throw.Capacity("length", length, LongestLine);
            }

            _sink = sink;
            _clock = clock;
            _buffer = new byte[length + 1];
        }

        /// <summary>Gathers lines in a buffer of the caller's until it is full.</summary>
        /// <param name="buffer">Where they go.</param>
        /// <exception cref="ArgumentNullException">The buffer is null or has no byte.</exception>
        public LineWriter(byte[] buffer)
        {
            if (buffer == null || buffer.Length == 0)
            {
                throw Throw.Null("buffer", "A line writer");
            }

            _buffer = buffer;
        }

        /// <summary>What has been written, from its start: <see cref="Length"/> bytes. Used again by the next line.</summary>
        public byte[] Buffer => _buffer;

        /// <summary>Bytes in the buffer: of the line begun, or of all lines where there is no sink.</summary>
        public int Length => _length;

        /// <summary>Characters that found no room so far; stays at int.MaxValue.</summary>
        public int Lost { get; private set; }

        /// <summary>The bytes of a text of ASCII. Allocates: for words made at start-up.</summary>
        /// <param name="text">The text.</param>
        /// <returns>A byte for each character, '?' for one that is not ASCII.</returns>
        /// <exception cref="ArgumentNullException">The text is null.</exception>
        [Allocates("the word")]
        public static byte[] Word(string text)
        {
            if (text == null)
            {
                throw Throw.Null("text", "A word");
            }

            byte[] word = new byte[text.Length];
            for (int i = 0; i < word.Length; i++)
            {
                word[i] = ToByte(text[i]);
            }

            return word;
        }

        /// <summary>Forgets what is in the buffer.</summary>
        public void Clear()
        {
            _length = 0;
        }

        /// <summary>Starts a line with the time, where it was given a clock: <see cref="Begin(long)"/>.</summary>
        /// <returns>This.</returns>
        public LineWriter Begin()
        {
            return Begin(_clock == null ? 0 : _clock.Now);
        }

        /// <summary>
        /// Starts a line with a time: seconds, with three decimals, in a column. Where there is a sink a line that was begun
        /// and not ended is forgotten.
        /// </summary>
        /// <param name="time">µs, not negative.</param>
        /// <returns>This.</returns>
        public LineWriter Begin(long time)
        {
            if (_sink != null)
            {
                _length = 0;
            }

            long seconds = time / Duration.Second;
            long limit = 10;
            for (int digits = 1; digits < SecondsWidth; digits++)
            {
                if (seconds < limit)
                {
                    Put((byte)' ');
                }

                limit *= 10;
            }

            return AddTime(time);
        }

        /// <summary>Adds a word.</summary>
        /// <param name="word">From <see cref="Word"/>; null for none.</param>
        /// <returns>This.</returns>
        public LineWriter Add(byte[] word)
        {
            if (word != null)
            {
                for (int i = 0; i < word.Length; i++)
                {
                    Put(word[i]);
                }
            }

            return this;
        }

        /// <summary>Adds a text; '?' for what is not ASCII. A literal given to it is an object on nanoCLR.</summary>
        /// <param name="text">The text; null for none.</param>
        /// <returns>This.</returns>
        public LineWriter Add(string text)
        {
            if (text != null)
            {
                for (int i = 0; i < text.Length; i++)
                {
                    Put(ToByte(text[i]));
                }
            }

            return this;
        }

        /// <summary>Adds a whole number.</summary>
        /// <param name="value">More than long.MinValue.</param>
        /// <returns>This.</returns>
        public LineWriter Add(long value)
        {
            return Digits(Sign(value), 1);
        }

        /// <summary>Adds one character.</summary>
        /// <param name="character">ASCII; '?' is written for anything else.</param>
        /// <returns>This.</returns>
        public LineWriter AddCharacter(char character)
        {
            Put(ToByte(character));
            return this;
        }

        /// <summary>Adds a number of hundredths with two decimals.</summary>
        /// <param name="value">Hundredths.</param>
        /// <returns>This.</returns>
        public LineWriter AddHundredths(long value)
        {
            long hundredths = Sign(value);
            Digits(hundredths / 100, 1);
            Put((byte)'.');
            return Digits(hundredths % 100, 2);
        }

        /// <summary>Adds a duration in seconds with one decimal.</summary>
        /// <param name="duration">µs, not negative.</param>
        /// <returns>This.</returns>
        public LineWriter AddSeconds(long duration)
        {
            long tenths = duration / (Duration.Second / 10);
            Digits(tenths / 10, 1);
            Put((byte)'.');
            return Digits(tenths % 10, 1);
        }

        /// <summary>Adds a time or a duration in seconds with three decimals.</summary>
        /// <param name="time">µs.</param>
        /// <returns>This.</returns>
        public LineWriter AddTime(long time)
        {
            long milliseconds = Sign(time) / Duration.Millisecond;
            Digits(milliseconds / 1000, 1);
            Put((byte)'.');
            return Digits(milliseconds % 1000, 3);
        }

        /// <summary>
        /// Ends the line with a line feed, and gives it to the sink if there is one.
        /// </summary>
        public void End()
        {
            _buffer[_length++] = (byte)'\n';
            if (_sink != null)
            {
                int length = _length;
                _length = 0;
                _sink.Write(_buffer, length);
            }
            else if (_length == _buffer.Length)
            {
                // The last byte stays a line feed, however much is still to come.
                _length--;
            }
        }

        /// <summary>Adds one byte of ASCII.</summary>
        internal void AddByte(byte character)
        {
            Put(character);
        }

        private static byte ToByte(char character)
        {
            return character < 128 ? (byte)character : Unprintable;
        }

        private long Sign(long value)
        {
            if (value >= 0)
            {
                return value;
            }

            Put((byte)'-');
            return -value;
        }

        private LineWriter Digits(long value, int least)
        {
            int count = 0;
            while ((value > 0 || count < least) && count < LongestNumber)
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
            else
            {
                Lost = Saturating.Next(Lost);
            }
        }
    }
}
