using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Runs
{
    /// <summary>Writes what there is to explore.</summary>
    internal static class Listing
    {
        internal static void Write(Selection selection, TextWriter output)
        {
            ExploredBuild build = selection.Build(selection.Variants[0], null);
            output.WriteLine("Scenarios");
            foreach (IGrouping<string, string> cases in selection.Scenarios.GroupBy(name => name.Split(':')[0]))
            {
                Scenario scenario = build.Maker(cases.First())();
                output.WriteLine($"  {cases.Key}: {scenario.About}");
                output.WriteLine($"      {scenario.Proves}");
                foreach (string name in cases.Where(name => name != cases.Key))
                {
                    output.WriteLine($"      {name}");
                }
            }

            output.WriteLine();
            output.WriteLine("Mutants");
            foreach (Mutant mutant in selection.Mutants)
            {
                output.WriteLine($"  {mutant.Name}");
                output.WriteLine($"    {mutant.Breaks}");
                string variants = string.Join(", ", mutant.Variants.Select(one => one.Name));
                output.WriteLine($"    on {variants}: {string.Join(", ", mutant.Scenarios)}");
            }
        }
    }
}
