namespace NanoExecutor.Benchmarks
{
    /// <summary>Works that do the same in different ways. They take turns, so that what disturbs one disturbs all.</summary>
    internal sealed class Contest
    {
        private const int MostWorks = 16;
        private const int MostComparisons = 24;

        private readonly string _title;
        private readonly Work[] _works = new Work[MostWorks];
        private readonly Comparison[] _comparisons = new Comparison[MostComparisons];
        private int _workCount;
        private int _comparisonCount;

        /// <summary>Names the contest, which has no works yet.</summary>
        /// <param name="title">What an operation is.</param>
        internal Contest(string title)
        {
            _title = title;
        }

        internal Work Add(Work work)
        {
            _works[_workCount++] = work;
            return work;
        }

        /// <summary>Compares two of its works.</summary>
        /// <param name="limit">The largest ratio that meets the goal, in hundredths; 0 for none.</param>
        internal void Compare(Work work, Work peer, int limit)
        {
            _comparisons[_comparisonCount++] = new Comparison(work, peer, limit);
        }

        internal void Measure(Effort effort, Report report)
        {
            Runs[] runs = new Runs[_workCount];
            for (int i = 0; i < _workCount; i++)
            {
                runs[i] = new Runs(_works[i], effort.Rounds);
                _works[i].SetUp();
                runs[i].Prepare(effort);
            }

            for (int round = 0; round < effort.Rounds; round++)
            {
                for (int i = 0; i < runs.Length; i++)
                {
                    runs[i].Run(round);
                }
            }

            report.Section(_title);
            for (int i = 0; i < runs.Length; i++)
            {
                runs[i].Watch();
                _works[i].TearDown();
                Show(runs[i], runs, report);
            }
        }

        private void Show(Runs own, Runs[] all, Report report)
        {
            bool shown = false;
            for (int i = 0; i < _comparisonCount; i++)
            {
                Comparison comparison = _comparisons[i];
                if (comparison.Work == own.Work)
                {
                    Runs peer = Of(comparison.Peer, all);
                    report.Add(Row.Compared(own, peer, Ratios(own, peer), comparison.Limit));
                    shown = true;
                }
            }

            if (!shown)
            {
                report.Add(Row.Alone(own));
            }
        }

        // One for each round, which compares runs that stood next to each other.
        private static long[] Ratios(Runs own, Runs peer)
        {
            long[] ratios = new long[own.Times.Length];
            for (int round = 0; round < ratios.Length; round++)
            {
                ratios[round] = peer.Times[round] == 0 ? 0 : own.Times[round] * 100 / peer.Times[round];
            }

            return ratios;
        }

        private static Runs Of(Work work, Runs[] all)
        {
            int i = 0;
            while (all[i].Work != work)
            {
                i++;
            }

            return all[i];
        }
    }
}
