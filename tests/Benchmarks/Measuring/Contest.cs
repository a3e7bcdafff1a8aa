using System;

namespace NanoExecutor.Benchmarks
{
    /// <summary>One way to do something many times. It counts its operations; who runs it takes the time.</summary>
    internal abstract class Work
    {
        /// <summary>What is done, as the table says it.</summary>
        internal readonly string Name;

        private protected Work(string name)
        {
            Name = name;
        }

        /// <summary>Whether it measures the library, which must make no garbage.</summary>
        internal virtual bool IsOwn => false;

        /// <summary>
        /// Bytes that <see cref="SetUp"/> takes of the heap of a nanoCLR, rather too many than too few: a heap that is filled up to
        /// the brim on the way loses its timers for good.
        /// </summary>
        internal virtual int HeapNeeded => 0;

        /// <summary>Makes all it needs, threads included; once, before the first run.</summary>
        internal virtual void SetUp()
        {
        }

        /// <summary>Returns when it has done so many operations, or a few more.</summary>
        internal abstract void Run(int operations);

        /// <summary>How many operations a run of so many really makes: tasks that share them do whole rounds.</summary>
        internal virtual int Made(int operations)
        {
            return operations;
        }

        /// <summary>Ends its threads and lets go of what it has.</summary>
        internal virtual void TearDown()
        {
        }
    }

    /// <summary>How long to measure.</summary>
    internal sealed class Effort
    {
        /// <summary>Rounds in which the works of a contest take turns. Odd, for a median.</summary>
        internal readonly int Rounds;

        /// <summary>ns that a run of one work takes, about.</summary>
        internal readonly long Run;

        /// <summary>ns that a work runs before the first round, for compilers that learn.</summary>
        internal readonly long WarmUp;

        /// <summary>Delays that are timed one by one, for each length in each round.</summary>
        internal readonly int Delays;

        private const long Millisecond = 1000000;

        private Effort(int rounds, long run, long warmUp, int delays)
        {
            Rounds = rounds;
            Run = run * Millisecond;
            WarmUp = warmUp * Millisecond;
            Delays = delays;
        }

        /// <summary>For a look in between and for CI.</summary>
        internal static Effort Quick()
        {
            return new Effort(Target.IsDevice ? 3 : 5, 20, Target.Compiles ? 300 : 0, 3);
        }

        /// <summary>For figures to quote.</summary>
        internal static Effort Full()
        {
            return new Effort(15, 150, Target.Compiles ? 600 : 0, 12);
        }
    }

    /// <summary>Works that do the same in different ways. They take turns, so that what disturbs one disturbs all.</summary>
    internal sealed class Contest
    {
        private const int MaxWorks = 16;
        private const int MaxComparisons = 24;

        private readonly string _title;
        private readonly Work[] _works = new Work[MaxWorks];
        private readonly Comparison[] _comparisons = new Comparison[MaxComparisons];
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
        /// <param name="limit">The largest ratio that meets the goal, in thousandths; 0 for none.</param>
        internal void Compare(Work work, Work peer, int limit)
        {
            _comparisons[_comparisonCount++] = new Comparison(work, peer, limit);
        }

        internal void Measure(Effort effort, Report report)
        {
            if (!report.Begin(_title))
            {
                return;
            }

            Runs[] runs = new Runs[_workCount];
            for (int i = 0; i < _workCount; i++)
            {
                runs[i] = Prepared(_works[i], effort, report);
            }

            TakeTurns(runs, effort.Rounds);
            for (int i = 0; i < _comparisonCount; i++)
            {
                Judge(_comparisons[i], runs, effort.Rounds);
            }

            report.Section(_title);
            for (int i = 0; i < runs.Length; i++)
            {
                if (runs[i] != null)
                {
                    runs[i].Watch();
                    _works[i].TearDown();
                    Show(runs[i], report);
                }
            }

            report.Counts(runs);
        }

        // Null for a work that does not fit the heap beside the others.
        private static Runs Prepared(Work work, Effort effort, Report report)
        {
            if (!Target.HasRoomFor(work.HeapNeeded))
            {
                report.DoesNotFit(work.Name);
                return null;
            }

            try
            {
                Runs runs = new Runs(work, effort.Rounds);
                work.SetUp();
                runs.Prepare(effort);
                return runs;
            }
            catch (Exception e)
            {
                work.TearDown();
                if (!(e is OutOfMemoryException || Target.IsDevice))
                {
                    throw;
                }

                // A nanoCLR that has no memory for one more Timer throws a plain Exception.
                report.DoesNotFit(work.Name);
                return null;
            }
        }

        private static void TakeTurns(Runs[] runs, int rounds)
        {
            for (int round = 0; round < rounds; round++)
            {
                for (int i = 0; i < runs.Length; i++)
                {
                    if (runs[i] != null)
                    {
                        runs[i].Run(round);
                    }
                }
            }
        }

        // A goal that is missed may be so because the machine had other things to do: the two alone have another try.
        private static void Judge(Comparison comparison, Runs[] all, int rounds)
        {
            Runs own = Of(comparison.Work, all);
            Runs peer = Of(comparison.Peer, all);
            if (own == null || peer == null)
            {
                return;
            }

            comparison.Judge(own, peer);
            if (!comparison.IsMet)
            {
                Runs[] pair = { comparison.Own.Again(), comparison.Other.Again() };
                TakeTurns(pair, rounds);
                comparison.Judge(pair[0], pair[1]);
            }
        }

        private void Show(Runs own, Report report)
        {
            bool shown = false;
            for (int i = 0; i < _comparisonCount; i++)
            {
                if (_comparisons[i].Work == own.Work && _comparisons[i].Own != null)
                {
                    report.Add(Row.Compared(own, _comparisons[i]));
                    shown = true;
                }
            }

            if (!shown)
            {
                report.Add(Row.Alone(own));
            }
        }

        private static Runs Of(Work work, Runs[] all)
        {
            for (int i = 0; i < all.Length; i++)
            {
                if (all[i] != null && all[i].Work == work)
                {
                    return all[i];
                }
            }

            return null;
        }
    }
}
