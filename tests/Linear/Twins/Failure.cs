using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.LinearProof
{
    /// <summary>A program whose twins differ, or whose linear twin does not compile.</summary>
    internal sealed record Failure(ProgramSource Source, uint Scenario, string What)
    {
        /// <summary>Null for a program written by hand.</summary>
        public RandomProgram? Program { get; init; }

        public int Seed { get; init; }

        /// <summary>Runs a program in several ways and returns the first that fails.</summary>
        public static Failure? Find(TwinBatch batch, ProgramSource program, int scenarios, Tally tally)
        {
            Diagnostic? error = batch.AsyncErrors.Concat(batch.LinearErrors).FirstOrDefault(item => IsIn(item, program));
            if (error != null)
            {
                string twin = batch.AsyncErrors.Count > 0 ? "async" : "linear";
                return new Failure(program, 0, $"the {twin} twin does not compile: {error}");
            }

            if (!batch.IsComplete)
            {
                return null;
            }

            for (uint scenario = 1; scenario <= scenarios; scenario++)
            {
                Comparison comparison = LinearProof.Scenario.Run(batch, program.Name, scenario);
                tally.Count(comparison);
                if (!comparison.IsEqual)
                {
                    return new Failure(program, scenario, comparison.Describe());
                }
            }

            return null;
        }

        public string Describe()
        {
            StringBuilder text = new();
            text.AppendLine(CultureInfo.InvariantCulture, $"== {Source.Name}, scenario {Scenario}");
            text.AppendLine(Source.Text).AppendLine(What);
            return text.ToString();
        }

        private static bool IsIn(Diagnostic diagnostic, ProgramSource program)
        {
            string path = diagnostic.Location.SourceTree?.FilePath ?? diagnostic.Location.GetLineSpan().Path;
            string file = Path.GetFileName(path);
            return path == program.Name || file.StartsWith(program.Name + ".", StringComparison.Ordinal);
        }
    }
}
