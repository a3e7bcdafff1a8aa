namespace NanoExecutor.Benchmarks
{
    /// <summary>One way to wait for a time.</summary>
    internal abstract class Waiting
    {
        internal readonly string Name;

        private protected Waiting(string name)
        {
            Name = name;
        }

        /// <summary>Whether it is the library's way.</summary>
        internal virtual bool IsOwn => false;

        internal virtual void SetUp()
        {
        }

        /// <summary>Waits for some times of the same length, one after the other, and notes how late each was, ns.</summary>
        /// <param name="milliseconds">The length.</param>
        /// <param name="lateness">To be filled, from <paramref name="first"/> on.</param>
        /// <param name="first">Where to begin.</param>
        /// <param name="count">How many.</param>
        internal abstract void Wait(int milliseconds, long[] lateness, int first, int count);

        internal virtual void TearDown()
        {
        }

        /// <summary>How much later than due it is, ns.</summary>
        private protected static long Late(long start, int milliseconds)
        {
            return Target.Nanoseconds() - start - (milliseconds * 1000000L);
        }
    }
}
