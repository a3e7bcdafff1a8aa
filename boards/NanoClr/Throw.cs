using System;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>The exceptions of this board, made away from the code that runs.</summary>
    [ThrowHelper]
    internal static class Throw
    {
        internal static Exception NullClock()
        {
            return new ArgumentNullException("clock", "A parker needs the clock of its machine; null was given.");
        }

        internal static Exception OutOfBuffer(byte[] buffer, int length)
        {
            if (buffer == null)
            {
                return new ArgumentNullException("buffer", "Bytes are printed from an array; null was given.");
            }

            return new ArgumentOutOfRangeException(
                "length", "length is " + length.ToString() + "; give 0 to " + buffer.Length.ToString()
                + ", the bytes of the buffer.");
        }
    }
}
