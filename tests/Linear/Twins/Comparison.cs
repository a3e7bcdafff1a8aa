using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.LinearProof
{
    /// <summary>What the two twins of a program did.</summary>
    internal sealed class Comparison(IReadOnlyList<string> linear, IReadOnlyList<string> real)
    {
        private const int Context = 25;

        public bool IsEqual { get; } = linear.SequenceEqual(real);

        public int Length => linear.Count;

        public IReadOnlyList<string> Linear => linear;

        /// <summary>The place where they part, with what came before.</summary>
        public string Describe()
        {
            int same = 0;
            while (same < linear.Count && same < real.Count && linear[same] == real[same])
            {
                same++;
            }

            StringBuilder text = new();
            for (int i = Math.Max(0, same - Context); i < same; i++)
            {
                text.Append("    both    ").AppendLine(linear[i]);
            }

            Tail(text, "    linear  ", linear, same);
            Tail(text, "    async   ", real, same);
            return text.ToString();
        }

        private static void Tail(StringBuilder text, string who, IReadOnlyList<string> trace, int from)
        {
            for (int i = from; i < Math.Min(trace.Count, from + 6); i++)
            {
                text.Append(who).AppendLine(trace[i]);
            }

            if (from >= trace.Count)
            {
                text.Append(who).AppendLine("(ends)");
            }
        }
    }

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

    /// <summary>What is done to a program from outside, by a seed: started, polled with changing wakers, cancelled, run again.</summary>
    internal static class Scenario
    {
        private const int MaxPolls = 120;

        /// <summary>Runs both twins and returns what they did.</summary>
        public static Comparison Run(TwinBatch batch, string name, uint seed)
        {
            return new Comparison(
                Trace(stage => batch.Linear(name, stage), seed), Trace(stage => batch.Async(name, stage), seed));
        }

        private static IReadOnlyList<string> Trace(Func<Stage, ITwin> make, uint seed)
        {
            Stage stage = new(seed, calm: seed % 4 == 0);
            ITwin twin = make(stage);
            int runs = 1 + stage.Choose("runs", 0, 3);
            for (int run = 0; run < runs; run++)
            {
                int argument = stage.Choose("argument", 0, 9);
                stage.Note("start " + argument);
                RunOnce(stage, twin, argument);
            }

            return stage.Trace;
        }

        private static void RunOnce(Stage stage, ITwin twin, int argument)
        {
            int cancelAt = stage.Choose("cancel", 0, 2) == 0 ? stage.Choose("cancel at", 0, 14) : MaxPolls;
            try
            {
                twin.Start(argument);
                for (int poll = 0; poll < cancelAt; poll++)
                {
                    stage.Note("poll");
                    if (twin.Poll(Wakers.Get(stage.Choose("waker", 0, Wakers.Count))))
                    {
                        stage.Note("ready with " + twin.Result);
                        return;
                    }
                }
            }
            catch (Exception exception)
            {
                stage.Note("threw " + exception.GetType().Name + " " + exception.Message);
                return;
            }

            stage.Note("cancel");
            try
            {
                twin.Cancel();
                stage.Note("cancelled");
            }
            catch (Exception exception)
            {
                stage.Note("cancel threw " + exception.GetType().Name + " " + exception.Message);
            }
        }
    }

    /// <summary>What the random programs were made of and came to: a proof over programs that do nothing would be none.</summary>
    internal sealed class Tally
    {
        private readonly SortedDictionary<string, int> _statements = new(StringComparer.Ordinal);
        private long _lines;
        private int _runs;
        private int _ready;
        private int _threw;
        private int _cancelled;
        private int _cancelThrew;
        private int _pending;

        public int Programs { get; private set; }

        public void Count(RandomProgram program)
        {
            Programs++;
            foreach (string kind in program.Bodies.SelectMany(body => body).SelectMany(Kinds))
            {
                _statements[kind] = _statements.GetValueOrDefault(kind) + 1;
            }
        }

        public void Count(Comparison comparison)
        {
            _lines += comparison.Length;
            foreach (string line in comparison.Linear)
            {
                _runs += Matches(line, "start ");
                _ready += Matches(line, "ready ");
                _threw += Matches(line, "threw ");
                _cancelled += line == "cancelled" ? 1 : 0;
                _cancelThrew += Matches(line, "cancel threw ");
                _pending += line == "poll" ? 1 : 0;
            }
        }

        public void Add(Tally other)
        {
            Programs += other.Programs;
            foreach (KeyValuePair<string, int> pair in other._statements)
            {
                _statements[pair.Key] = _statements.GetValueOrDefault(pair.Key) + pair.Value;
            }

            _lines += other._lines;
            _runs += other._runs;
            _ready += other._ready;
            _threw += other._threw;
            _cancelled += other._cancelled;
            _cancelThrew += other._cancelThrew;
            _pending += other._pending;
        }

        public string Describe(TimeSpan time)
        {
            string kinds = string.Join(", ", _statements.Select(pair => $"{pair.Value} {pair.Key}"));
            return $"""
                {Programs} random programs with {kinds}
                {_runs} runs: {_ready} ready, {_threw} threw, {_cancelled} cancelled, {_cancelThrew} threw while cancelled
                {_pending} polls, {_lines} lines of trace compared, {time.TotalSeconds:F0} s
                """;
        }

        private static int Matches(string line, string start)
        {
            return line.StartsWith(start, StringComparison.Ordinal) ? 1 : 0;
        }

        private static IEnumerable<string> Kinds(Statement statement)
        {
            IEnumerable<string> texts = statement.Parts.Select(part => part.Head).Append(statement.Head).Append(statement.Line);
            foreach (string text in texts)
            {
                string word = new([.. text.TakeWhile(char.IsLetter)]);
                if (word is "if" or "while" or "do" or "for" or "foreach" or "switch" or "try" or "catch" or "finally" or "using")
                {
                    yield return word;
                }

                if (text.Contains("Await(", StringComparison.Ordinal))
                {
                    yield return "Await";
                }
            }

            foreach (string kind in statement.Parts.SelectMany(part => part.Body).SelectMany(Kinds))
            {
                yield return kind;
            }
        }
    }
}
