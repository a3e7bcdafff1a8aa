using Microsoft.CodeAnalysis;
using NanoExecutor.Generator;

namespace NanoExecutor.LinearProof
{
    /// <summary>Gives the generator many mutated bodies, and looks for what must never be: a crash, an error in a generated file.</summary>
    internal sealed class Mutations
    {
        private const int BatchSize = 50;

        private readonly Construct _frame = Construct.Read("Bodies")[0];
        private readonly string[] _bodies;
        private readonly int _seed;

        public Mutations(int seed)
        {
            _seed = seed;
            _bodies = [.. Construct.Read("Bodies").Where(construct => !construct.Text.Contains("/*MEMBERS*/", StringComparison.Ordinal))
                .Select(construct => BodyOf(construct))];
        }

        /// <summary>Methods that were lowered in spite of all.</summary>
        public int Lowered { get; private set; }

        public int Made { get; private set; }

        /// <summary>What went wrong, with the body that it went wrong with; null if nothing did.</summary>
        public string? Run(int count)
        {
            BodyMutator mutator = new(_seed, _bodies);
            while (Made < count)
            {
                string[] bodies = [.. Enumerable.Range(0, BatchSize).Select(_ => mutator.Next())];
                Outcomes outcomes = Of(bodies);
                if (Wrong(outcomes) != null)
                {
                    return bodies.Select(body => (body, wrong: Wrong(Of([body]))))
                        .Where(item => item.wrong != null)
                        .Select(item => item.wrong + "\n" + item.body)
                        .FirstOrDefault() ?? Wrong(outcomes) + "\nNone of the batch alone does it.";
                }

                Made += bodies.Length;
                Lowered += outcomes.Lowered;
            }

            return null;
        }

        private Outcomes Of(string[] bodies)
        {
            return new Outcomes([.. bodies.Select(Framed)], isAnalyzed: false);
        }

        private static string? Wrong(Outcomes outcomes)
        {
            return outcomes.Crash?.ToString()
                ?? outcomes.InGenerated.Concat(outcomes.All.Where(diagnostic => diagnostic.Id == Refusals.NotLowered.Id))
                    .FirstOrDefault()?.ToString();
        }

        private string Framed(string body, int index)
        {
            string[] lines = _frame.Text.Split('\n');
            string before = string.Join('\n', lines[.._frame.Body.Start.Value]);
            string after = string.Join('\n', lines[_frame.Body.End.Value..]);
            return (before + "\n" + body + "\n" + after).Replace("namespace Case0", "namespace Case" + index, StringComparison.Ordinal);
        }

        private static string BodyOf(Construct construct)
        {
            return string.Join('\n', construct.Text.Split('\n')[construct.Body]);
        }
    }
}
