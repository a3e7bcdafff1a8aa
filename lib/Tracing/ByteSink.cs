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
}
