using System;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>
    /// Prints bytes of ASCII where the CLR prints its own messages: the console of the emulator, the debug channel of a
    /// board.
    /// </summary>
    /// <remarks>
    /// The CLR prints strings only, and a string for each line would be garbage. So there is one string for each
    /// character, made at start-up (3.5 KB in all), and a line is printed character by character. The native side
    /// collects them and sends a line at its end, or 80 characters. A character costs two method calls, on an ESP32 in
    /// the order of 20 µs.
    /// </remarks>
    public sealed class DebugChannel
    {
        private const int Characters = 128;
        private const char FirstPrinted = ' ';
        private const char LastPrinted = '~';
        private const char LineFeed = '\n';

        private readonly string[] _characters = new string[Characters];

        /// <summary>Makes the strings.</summary>
        public DebugChannel()
        {
            for (char character = FirstPrinted; character <= LastPrinted; character++)
            {
                _characters[character] = new string(character, 1);
            }

            _characters[LineFeed] = new string(LineFeed, 1);
        }

        /// <summary>
        /// Prints. What is no ASCII character, or cannot be seen, is left out. Any thread; allocates nothing.
        /// </summary>
        /// <param name="buffer">Holds the characters.</param>
        /// <param name="length">How many.</param>
        /// <exception cref="ArgumentNullException">The buffer is null.</exception>
        /// <exception cref="ArgumentOutOfRangeException">There are not so many.</exception>
        public void Write(byte[] buffer, int length)
        {
            if (buffer == null || length < 0 || length > buffer.Length)
            {
                throw Throw.OutOfBuffer(buffer, length);
            }

            for (int i = 0; i < length; i++)
            {
                int character = buffer[i];
                if (character < Characters && _characters[character] != null)
                {
                    Console.Write(_characters[character]);
                }
            }
        }
    }
}
