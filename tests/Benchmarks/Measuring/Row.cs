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

    /// <summary>A line of the table.</summary>
    internal sealed class Row
    {
        /// <summary>Goal or ratio that there is not.</summary>
        internal const long None = -1;

        internal string Name;

        /// <summary>Tenths of a ns, or what <see cref="Unit"/> says.</summary>
        internal long Value;

        /// <summary>The largest of many, where <see cref="Value"/> is their median; 0 where it is not given.</summary>
        internal long Worst;

        /// <summary>How the value is shown where it is no time; null for a time.</summary>
        internal string Unit;

        /// <summary>Bytes per operation in hundredths; <see cref="Benchmarks.Garbage.Unknown"/>.</summary>
        internal long Garbage100 = Garbage.Unknown;

        internal string Peer = "";

        /// <summary>Thousandths.</summary>
        internal long Ratio = None;

        /// <summary>The smallest ratio of any round, thousandths.</summary>
        internal long BestRatio = None;

        /// <summary>The goal, in the unit of what it limits; <see cref="None"/> where there is none.</summary>
        internal long Limit = None;

        /// <summary>Whether the limit is one for the value, and not for the ratio.</summary>
        internal bool LimitsValue;

        /// <summary>Whether it is the library's: then it must make no garbage.</summary>
        internal bool IsOwn;

        internal bool IsMet => Limit == None || Judged <= Limit;

        /// <summary>
        /// A ratio worse than twice the goal in every round, so that a machine with other things to do is not to blame; or
        /// garbage.
        /// </summary>
        internal bool IsFarOff => (Limit != None && !LimitsValue && BestRatio > 2 * Limit) || (IsOwn && Garbage100 > 0);

        private long Judged => LimitsValue ? Value : Ratio;

        internal static Row Alone(Runs runs)
        {
            return new Row { Name = runs.Work.Name, Value = runs.Median, Garbage100 = runs.Garbage100, IsOwn = runs.Work.IsOwn };
        }

        /// <summary>A work beside another; the bytes are those of its first runs.</summary>
        internal static Row Compared(Runs watched, Comparison comparison)
        {
            Row row = Alone(watched);
            row.Value = comparison.Own.Median;
            row.Peer = comparison.Peer.Name;
            row.Ratio = comparison.Ratio;
            row.BestRatio = comparison.BestRatio;
            row.Limit = comparison.Limit == 0 ? None : comparison.Limit;
            return row;
        }

        internal string ShownValue
        {
            get
            {
                if (Unit != null)
                {
                    return Value.ToString() + " " + Unit;
                }

                return Worst == 0 ? Numbers.Time(Value) : Numbers.Time(Value) + " (worst " + Numbers.Time(Worst) + ")";
            }
        }

        internal string ShownGarbage
        {
            get
            {
                if (Garbage100 == Garbage.Unknown)
                {
                    return "";
                }

                return (Garbage100 % 100 == 0 ? (Garbage100 / 100).ToString() : Numbers.Hundredths(Garbage100)) + " B";
            }
        }

        internal string ShownRatio => Ratio == None ? "" : Numbers.Ratio(Ratio);

        internal string ShownGoal
        {
            get
            {
                if (Limit == None)
                {
                    return "";
                }

                return "≤ " + (!LimitsValue ? Numbers.Ratio(Limit) : Unit == null ? Numbers.Time(Limit) : Limit.ToString() + " " + Unit);
            }
        }

        internal string Verdict => Limit == None ? "" : IsMet ? "met" : "MISSED";
    }
}
