namespace NanoExecutor
{
    /// <summary>
    /// All futures that were made to listen to one thing. One thread at a time adds to it, for good; any thread wakes
    /// them.
    /// </summary>
    internal sealed class Listeners
    {
        // The future is complete before the store that shows it, on the desktop too, which orders stores of references. One
        // that is added while others are woken looks for itself at its first poll.
        internal ListeningFuture First;

        internal void Add(ListeningFuture future)
        {
            future.Next = First;
            First = future;
        }

        /// <summary>Any thread.</summary>
        internal void WakeAll()
        {
            for (ListeningFuture future = First; future != null; future = future.Next)
            {
                future.Flag.Wake();
            }
        }

        /// <summary>How many wait. For the thread that polls them.</summary>
        internal int CountWaiting()
        {
            int count = 0;
            for (ListeningFuture future = First; future != null; future = future.Next)
            {
                if (future.IsWaiting)
                {
                    count++;
                }
            }

            return count;
        }
    }
}
