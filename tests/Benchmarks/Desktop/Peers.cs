namespace NanoExecutor.Benchmarks
{
    /// <summary>What .NET has for the same: async methods.</summary>
    internal static class Peers
    {
        private const int HalfOfThat = 500;

        internal static void OfWakes(Contest contest, Work own)
        {
            contest.Compare(own, contest.Add(new AwaitedSources(true)), HalfOfThat);
            contest.Compare(own, contest.Add(new AwaitedSources(false)), HalfOfThat);
            contest.Compare(own, contest.Add(new AwaitedChannels()), HalfOfThat);
        }

        internal static void OfChannels(Contest contest, Work own)
        {
            contest.Compare(own, contest.Add(new BoundedChannelHandover()), 0);
        }

        internal static void OfSignals(Contest contest, Work own)
        {
            contest.Compare(own, contest.Add(new AwaitedSources(true)), 0);
            contest.Compare(own, contest.Add(new AwaitedSources(false)), 0);
        }

        internal static void OfSemaphores(Contest contest, Work own)
        {
            contest.Compare(own, contest.Add(new SemaphoreSlimHandover()), 0);
        }

        internal static void OfMutexes(Contest contest, Work own)
        {
            contest.Compare(own, contest.Add(new SemaphoreSlimTurns()), 0);
        }
    }
}
