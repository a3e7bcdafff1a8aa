namespace NanoExecutor.Benchmarks
{
    /// <summary>Two works of a contest, of which one should take a certain part of the other's time.</summary>
    internal sealed class Comparison
    {
        internal readonly Work Work;
        internal readonly Work Peer;

        /// <summary>The largest ratio that meets the goal, in thousandths; 0 where there is none.</summary>
        internal readonly int Limit;

        private const int Whole = 1000;

        internal Comparison(Work work, Work peer, int limit)
        {
            Work = work;
            Peer = peer;
            Limit = limit;
        }

        /// <summary>The runs that are compared.</summary>
        internal Runs Own { get; private set; }

        internal Runs Other { get; private set; }

        /// <summary>Thousandths, the median of the rounds.</summary>
        internal long Ratio { get; private set; }

        /// <summary>The smallest of any round.</summary>
        internal long BestRatio { get; private set; }

        internal bool IsMet => Limit == 0 || Ratio <= Limit;

        /// <summary>Compares runs round by round, as those of a round stood next to each other; the best of several tries counts.</summary>
        internal void Judge(Runs own, Runs other)
        {
            long[] ratios = new long[own.Times.Length];
            for (int round = 0; round < ratios.Length; round++)
            {
                ratios[round] = other.Times[round] == 0 ? 0 : own.Times[round] * Whole / other.Times[round];
            }

            long ratio = Numbers.Median(ratios);
            if (Own == null || ratio < Ratio)
            {
                Own = own;
                Other = other;
                Ratio = ratio;
                BestRatio = Numbers.Smallest(ratios);
            }
        }
    }
}
