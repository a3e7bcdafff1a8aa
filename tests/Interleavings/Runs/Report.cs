using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Runs
{
    /// <summary>What came of one scenario in one build.</summary>
    internal sealed record ScenarioResult(
        Variant Variant, Mutant? Mutant, string Scenario, Exploration Numbers, Failure? Failure);

    /// <summary>What came of one mutant in one variant.</summary>
    /// <param name="Mutant">Which.</param>
    /// <param name="Variant">Where.</param>
    /// <param name="Killer">The scenario that noticed; null if none did.</param>
    /// <param name="Schedules">Schedules run until then.</param>
    /// <param name="Elapsed">Time until then, the compilation included.</param>
    internal sealed record MutantResult(
        Mutant Mutant, Variant Variant, ScenarioResult? Killer, long Schedules, TimeSpan Elapsed);

    /// <summary>Writes what came of it as plain lines, the same in a terminal and in a log.</summary>
    internal sealed class Report(TextWriter output, Selection selection)
    {
        // Whoever breaks a line that matters sees it in dozens of scenarios; the shortest schedules say enough.
        private const int FailuresShown = 3;

        /// <summary>Whether all is well.</summary>
        /// <exception cref="ToolException">Nothing failed, but some mutants could not be tried.</exception>
        internal bool Write(ScenarioResult[] scenarios, MutantResult[] mutants, TimeSpan elapsed)
        {
            WriteScenarios(scenarios);
            WriteMutants(mutants);
            ScenarioResult[] failed = [.. scenarios.Where(result => result.Failure != null)];
            IEnumerable<ScenarioResult> killers = mutants.Select(result => result.Killer).OfType<ScenarioResult>();
            IEnumerable<string> shown = selection.NamesMutants
                ? failed.Concat(killers).Select(Described)
                : failed.Select(Described).OrderBy(text => text.Length).Take(FailuresShown);
            foreach (string failure in shown)
            {
                output.Write(failure);
            }

            long schedules =
                scenarios.Sum(result => result.Numbers.Schedules) + mutants.Sum(result => result.Schedules);
            long compared = scenarios.Sum(result => result.Numbers.Compared);
            output.WriteLine(
                $"{schedules:N0} schedules in {elapsed.TotalSeconds:F0} s; "
                + $"{compared:N0} decisions met again and found the same");
            output.WriteLine($"scenarios good {scenarios.Length - failed.Length} of {scenarios.Length}");
            if (failed.Length > 0)
            {
                output.WriteLine("mutants not tried, as the library fails as it is");
                return false;
            }

            int[] killer = [.. mutants.GroupBy(result => result.Mutant.Name)
                .Select(group => group.All(result => result.Killer != null) ? 1 : 0)];
            output.WriteLine($"mutants killed {killer.Sum()} of {killer.Length + selection.Misfits.Count}");
            if (killer.Sum() == killer.Length && selection.Misfits.Count > 0)
            {
                throw new ToolException(string.Join(Environment.NewLine, selection.Misfits));
            }

            return killer.Sum() == killer.Length;
        }

        // A failing schedule, step by step.
        private string Described(ScenarioResult result)
        {
            ExploredBuild build = selection.Build(result.Variant, result.Mutant);
            Exploration exploration = new(build.Maker(result.Scenario), result.Variant.Memory, result.Mutant?.Promise);
            (Failure? failure, Trace trace) = exploration.Retrace(result.Failure!.Schedule);
            using StringWriter text = new();
            text.WriteLine();
            string mutant = result.Mutant == null ? "" : ", mutant " + result.Mutant.Name;
            text.WriteLine($"{result.Scenario} fails on {result.Variant.Name}{mutant}");
            TracePrinter.Print(trace, text);
            text.WriteLine($"  {(failure ?? result.Failure).Message}");
            text.WriteLine(
                $"  again: --scenario {result.Scenario} --variant {result.Variant.Name} "
                + $"--mutant {result.Mutant?.Name ?? "none"} --replay \"{result.Failure.Schedule}\"");
            text.WriteLine();
            return text.ToString();
        }

        private void WriteScenarios(ScenarioResult[] results)
        {
            if (results.Length == 0)
            {
                return;
            }

            int wide = results.Max(result => result.Scenario.Length);
            output.WriteLine();
            output.WriteLine(
                "scenario".PadRight(wide)
                + $" {"variant",-8} {"in bound",9} {"states",9} {"all",9} {"steps",12} {"ms",7}");
            foreach (ScenarioResult result in results.OrderBy(one => one.Scenario).ThenBy(one => one.Variant.Name))
            {
                Exploration numbers = result.Numbers;
                output.WriteLine(
                    result.Scenario.PadRight(wide)
                    + $" {result.Variant.Name,-8} {numbers.InBound,9:N0} {numbers.States,9:N0} "
                    + $"{numbers.Schedules,9:N0} {numbers.Steps,12:N0} {numbers.Elapsed.TotalMilliseconds,7:N0}"
                    + (result.Failure == null ? "" : "  FAILS"));
            }
        }

        private void WriteMutants(MutantResult[] results)
        {
            if (results.Length == 0)
            {
                return;
            }

            int wide = results.Max(result => Math.Max(By(result).Length, "killed by".Length));
            output.WriteLine();
            output.WriteLine(
                $"{"mutant",-40} {"variant",-8} "
                + "killed by".PadRight(wide)
                + $" {"schedules",9} {"preempt.",8} {"ms",7}");
            foreach (MutantResult result in results.OrderBy(one => one.Mutant.Name).ThenBy(one => one.Variant.Name))
            {
                output.WriteLine(
                    $"{result.Mutant.Name,-40} {result.Variant.Name,-8} "
                    + By(result).PadRight(wide)
                    + $" {result.Schedules,9:N0} {result.Killer?.Failure?.Preemptions.ToString() ?? "",8} "
                    + $"{result.Elapsed.TotalMilliseconds,7:N0}");
            }
        }

        private static string By(MutantResult result)
        {
            return result.Killer?.Scenario ?? "SURVIVES";
        }
    }
}
