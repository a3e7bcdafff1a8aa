namespace NanoExecutor.Benchmarks
{
    /// <summary>Two works of a contest, of which one should take a certain part of the other's time.</summary>
    internal sealed class Comparison
    {
        internal readonly Work Work;
        internal readonly Work Peer;

        /// <summary>The largest ratio that meets the goal, in hundredths; 0 where there is none.</summary>
        internal readonly int Limit;

        internal Comparison(Work work, Work peer, int limit)
        {
            Work = work;
            Peer = peer;
            Limit = limit;
        }
    }
}
