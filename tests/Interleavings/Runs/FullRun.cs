using System.Collections.Concurrent;
using System.Diagnostics;
using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Runs
{
    /// <summary>
    /// Explores every scenario in every variant and, if all are good, lets the scenarios look for every mutant.
    /// </summary>
    internal sealed class FullRun(Selection selection, Limits limits, int workers, TextWriter output)
    {
        private readonly ConcurrentBag<ScenarioResult> _scenarios = [];
        private readonly ConcurrentBag<MutantResult> _mutants = [];
        private readonly ConcurrentBag<Exception> _troubles = [];
        private int _all;
        private int _done;

        /// <summary>Whether all scenarios are good and all mutants killed.</summary>
        internal bool Run()
        {
            Stopwatch watch = Stopwatch.StartNew();
            Action[] explorations = selection.AsItIs ? [.. Explorations()] : [];
            Action[] hunts = [.. Hunts()];
            _all = explorations.Length + hunts.Length;
            Do(explorations);
            if (_scenarios.All(result => result.Failure == null))
            {
                // Only then is it the mutation that a scenario notices.
                Do(hunts);
            }

            return new Report(output, selection).Write([.. _scenarios], [.. _mutants], watch.Elapsed);
        }

        private IEnumerable<Action> Explorations()
        {
            return from variant in selection.Variants
                   from scenario in selection.Scenarios
                   select (Action)(() => Explore(variant, scenario));
        }

        private IEnumerable<Action> Hunts()
        {
            return from mutant in selection.Mutants
                   from variant in mutant.Variants.Where(selection.MutantVariants.Contains)
                   select (Action)(() => Hunt(mutant, variant));
        }

        private void Do(IEnumerable<Action> jobs)
        {
            ConcurrentQueue<Action> open = new(jobs);
            Thread[] threads = new Thread[Math.Clamp(workers, 1, Math.Max(open.Count, 1))];
            for (int thread = 0; thread < threads.Length; thread++)
            {
                threads[thread] = new Thread(() => Work(open)) { Name = "explorer" };
                threads[thread].Start();
            }

            foreach (Thread thread in threads)
            {
                thread.Join();
            }

            if (_troubles.FirstOrDefault() is { } trouble)
            {
                throw trouble as ToolException ?? new ToolException(trouble.ToString());
            }
        }

        private void Work(ConcurrentQueue<Action> jobs)
        {
            while (_troubles.IsEmpty && jobs.TryDequeue(out Action? job))
            {
                try
                {
                    job();
                }
                catch (Exception exception)
                {
                    _troubles.Add(exception);
                }
            }
        }

        private void Explore(Variant variant, string scenario)
        {
            ScenarioResult result = Explore(variant, null, selection.Build(variant, null), scenario, limits);
            _scenarios.Add(result);
            Say($"{variant.Name,-8} {scenario,-40} {result.Numbers.Schedules,9:N0} schedules"
                + (result.Failure == null ? "" : "  FAILS"));
        }

        // The fewest interruptions first, so that what is found is as simple as it can be.
        private void Hunt(Mutant mutant, Variant variant)
        {
            Stopwatch watch = Stopwatch.StartNew();
            ExploredBuild build = selection.Build(variant, mutant);
            string[] scenarios = selection.ScenariosFor(mutant, build);
            long schedules = 0;
            ScenarioResult? killer = null;
            for (int bound = 0; bound <= limits.Preemptions && killer == null; bound++)
            {
                int random = bound == limits.Preemptions ? limits.Random : 0;
                Limits narrow = limits with { Preemptions = bound, Random = random };
                for (int index = 0; index < scenarios.Length && killer == null; index++)
                {
                    ScenarioResult result = Explore(variant, mutant, build, scenarios[index], narrow);
                    schedules += result.Numbers.Schedules;
                    killer = result.Failure == null ? null : result;
                }
            }

            _mutants.Add(new MutantResult(mutant, variant, killer, schedules, watch.Elapsed));
            Say($"{variant.Name,-8} {mutant.Name}: {(killer == null ? "SURVIVES" : "killed by " + killer.Scenario)}");
        }

        private static ScenarioResult Explore(
            Variant variant, Mutant? mutant, ExploredBuild build, string scenario, Limits limits)
        {
            Exploration exploration = new(build.Maker(scenario), variant.Memory, mutant?.Promise);
            Failure? failure = exploration.Run(limits);
            if (failure != null)
            {
                failure = exploration.Minimise(failure);
            }

            return new ScenarioResult(variant, mutant, scenario, exploration, failure);
        }

        private void Say(string what)
        {
            int done = Interlocked.Increment(ref _done);
            lock (output)
            {
                output.WriteLine($"[{done,3}/{_all}] {what}");
            }
        }
    }
}
