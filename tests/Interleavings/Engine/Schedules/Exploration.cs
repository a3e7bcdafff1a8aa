using System.Diagnostics;

namespace NanoExecutor.Interleavings
{
    /// <summary>How far to explore.</summary>
    /// <param name="Preemptions">The bound of the depth-first search.</param>
    /// <param name="Random">Schedules to draw beyond the bound.</param>
    /// <param name="Seed">Of the lot.</param>
    internal sealed record Limits(int Preemptions, int Random, int Seed);

    /// <summary>What was wrong with a schedule, and how to run it again.</summary>
    /// <param name="Message">In words.</param>
    /// <param name="Schedule">For --replay.</param>
    /// <param name="Preemptions">How often an actor that could have gone on was interrupted.</param>
    internal sealed record Failure(string Message, string Schedule, int Preemptions);

    /// <summary>Explores one scenario in one build of the library.</summary>
    internal sealed class Exploration
    {
        // Enough to meet nearly all shared locations; one that is met later only costs to begin again.
        private const int SearchesForShared = 40;

        // Of a schedule that does not end each deviation would be tried to no avail.
        private const int MaxToMinimise = 200;

        // A small search first meets most of what is left, and does not cost much to begin again.
        private const int FirstBound = 1;

        private readonly Func<Scenario> _make;
        private readonly MemoryModel _model;
        private readonly string? _brokenPromise;

        internal Exploration(Func<Scenario> make, MemoryModel model, string? brokenPromise)
        {
            _make = make;
            _model = model;
            _brokenPromise = brokenPromise;
        }

        /// <summary>Schedules run, of all kinds.</summary>
        internal long Schedules { get; private set; }

        /// <summary>Of these, the ones of the depth-first search that ended it.</summary>
        internal long InBound { get; private set; }

        /// <summary>States that search has met.</summary>
        internal int States { get; private set; }

        /// <summary>Accesses to shared locations, in all schedules.</summary>
        internal long Steps { get; private set; }

        /// <summary>Decisions that were met again and were the same.</summary>
        internal long Compared { get; private set; }

        internal TimeSpan Elapsed { get; private set; }

        /// <summary>Looks for a failure; null if there is none within the limits.</summary>
        internal Failure? Run(Limits limits)
        {
            Stopwatch watch = Stopwatch.StartNew();
            Execution execution = new(_make, _model, _brokenPromise);
            try
            {
                int bound = Math.Min(limits.Preemptions, _make().MaxPreemptions);
                FindShared(execution, limits.Seed);
                Failure? failure = bound > FirstBound ? Search(execution, FirstBound) : null;
                return failure ?? Search(execution, bound) ?? Draw(execution, limits);
            }
            finally
            {
                execution.Close();
                Steps = execution.Steps;
                Elapsed = watch.Elapsed;
            }
        }

        /// <summary>Runs a schedule again, and writes it down.</summary>
        internal (Failure? Failure, Trace Trace) Retrace(string schedule)
        {
            Execution execution = new(_make, _model, _brokenPromise) { WatchEverything = true };
            try
            {
                execution.Trace = new Trace();
                return (RunOne(execution, Deviations.Parse(schedule)), execution.Trace);
            }
            finally
            {
                execution.Close();
            }
        }

        /// <summary>
        /// A schedule that fails too and has nothing in it that is not needed; the same one if it is too long for that.
        /// Throws if the failure does not come again.
        /// </summary>
        internal Failure Minimise(Failure found)
        {
            Deviations all = Deviations.Parse(found.Schedule);
            return all.All.Count > MaxToMinimise ? found : Minimise(found, all);
        }

        private Failure Minimise(Failure found, Deviations kept)
        {
            Execution execution = new(_make, _model, _brokenPromise) { WatchEverything = true };
            try
            {
                found = RunOne(execution, kept)
                    ?? throw new InvalidOperationException(
                        $"The scenario is not deterministic: run again, \"{kept}\" is good.");
                for (int index = kept.All.Count - 1; index >= 0; index--)
                {
                    Failure? failure = RunOne(execution, kept.Without(index));
                    if (failure != null)
                    {
                        found = failure;
                        kept = Deviations.Parse(failure.Schedule);
                        index = Math.Min(index, kept.All.Count);
                    }
                }

                return found;
            }
            finally
            {
                execution.Close();
            }
        }

        private static Failure? RunOne(Execution execution, Deviations deviations)
        {
            Replay replay = new(deviations);
            replay.Begin();
            return execution.Run(replay);
        }

        // A failure here is left to the search: what is not yet known to be shared is not in a store buffer, and not
        // seen as it will be.
        private void FindShared(Execution execution, int seed)
        {
            execution.InterruptEverywhere = true;
            RandomPriorities lot = new(seed, SearchesForShared);
            while (lot.Begin())
            {
                execution.Run(lot);
                Schedules++;
                execution.ShareFound();
            }

            execution.InterruptEverywhere = false;
        }

        private Failure? Search(Execution execution, int bound)
        {
            DepthFirst search = new();
            execution.Bound = bound;
            InBound = 0;
            Failure? failure = null;
            while (failure == null && search.Begin())
            {
                failure = RunKnown(execution, search);
                InBound = execution.FoundShared ? 0 : InBound + 1;
            }

            States = search.States;
            Compared += search.Compared;
            return failure;
        }

        private Failure? Draw(Execution execution, Limits limits)
        {
            RandomPriorities lot = new(limits.Seed, limits.Random);
            execution.Bound = int.MaxValue;
            Failure? failure = null;
            while (failure == null && lot.Begin())
            {
                failure = RunKnown(execution, lot);
            }

            return failure;
        }

        // A schedule in which more turns out to be shared says nothing, and all of them are run again.
        private Failure? RunKnown(Execution execution, Strategy strategy)
        {
            Failure? failure = execution.Run(strategy);
            Schedules++;
            if (!execution.FoundShared)
            {
                return failure;
            }

            execution.ShareFound();
            strategy.Restart();
            return null;
        }
    }
}
