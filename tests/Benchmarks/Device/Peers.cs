namespace NanoExecutor.Benchmarks
{
    /// <summary>More ways to do the same that this machine has: a device has none.</summary>
    internal static class Peers
    {
        internal static void OfWakes(Contest contest, Work own)
        {
        }

        internal static void OfChannels(Contest contest, Work own)
        {
        }

        internal static void OfSignals(Contest contest, Work own)
        {
        }

        internal static void OfSemaphores(Contest contest, Work own)
        {
        }

        internal static void OfMutexes(Contest contest, Work own)
        {
        }
    }
}
