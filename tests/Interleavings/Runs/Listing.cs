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
            foreach (string name in selection.Scenarios)
            {
                Scenario scenario = build.Maker(name)();
                output.WriteLine($"  {name,-24} {scenario.About}");
                output.WriteLine($"  {"",-24} {scenario.Proves}");
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
