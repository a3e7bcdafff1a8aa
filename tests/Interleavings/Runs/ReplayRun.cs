using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Runs
{
    /// <summary>Runs one schedule again and prints it.</summary>
    internal sealed class ReplayRun(Selection selection, TextWriter output)
    {
        /// <summary>Whether it was a good one.</summary>
        internal bool Run(string schedule)
        {
            if (selection.Variants.Length != 1 || selection.Scenarios.Length != 1 || selection.Mutants.Length > 1)
            {
                throw new ToolException(
                    "--replay needs one --scenario and one --variant, and --mutant with one name or 'none'.");
            }

            Variant variant = selection.Variants[0];
            Mutant? mutant = selection.Mutants.FirstOrDefault();
            ExploredBuild build = selection.Build(variant, mutant);
            Exploration exploration = new(build.Maker(selection.Scenarios[0]), variant.Memory, mutant?.Promise);
            try
            {
                (Failure? failure, Trace trace) = exploration.Retrace(schedule);
                TracePrinter.Print(trace, output);
                output.WriteLine();
                output.WriteLine(failure == null ? "This schedule does not fail." : "fails: " + failure.Message);
                return failure == null;
            }
            catch (FormatException exception)
            {
                throw new ToolException(exception.Message);
            }
        }
    }
}
