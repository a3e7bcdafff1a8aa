using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>Where the lines of the node go.</summary>
    public abstract class Output
    {
        /// <summary>Takes a line. On the executor's thread; allocates nothing.</summary>
        /// <param name="buffer">Holds the line and its line feed; used again afterwards.</param>
        /// <param name="length">Bytes of it.</param>
        public abstract void Write(byte[] buffer, int length);

        /// <summary>Stops an executor when lines cannot be written any more, or could not before.</summary>
        /// <param name="executor">What to stop.</param>
        public virtual void StopWhenBroken(Executor executor)
        {
        }
    }
}
