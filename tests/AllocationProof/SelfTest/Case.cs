using System.Globalization;
using NanoExecutor.AllocationProof.Checks;

namespace NanoExecutor.AllocationProof.SelfTest
{
    /// <summary>
    /// One small program of the self-test. Marks (//! rule) say what must be found on their line. "//@library" puts it
    /// into the library's assembly; "//@alone" proves it alone, with the library as what it refers to; "//@shared" adds
    /// a line to the table of shared fields; "//@times n" repeats its line. "//@case name" begins a program of its own in
    /// a file that has several.
    /// </summary>
    internal sealed record Case(
        string Name, string Source, Setting Setting, string SharedFields, IReadOnlyList<Mark> Expected)
    {
        /// <summary>The programs of a file, each with its lines where they are in the file.</summary>
        public static IEnumerable<Case> ParseAll(string file, string text)
        {
            string[] parts = text.ReplaceLineEndings("\n").Split("//@case ");
            if (parts.Length == 1)
            {
                return [Parse(file, text)];
            }

            return parts.Skip(1).Select((part, i) => Parse(
                part.Split('\n')[0],
                string.Concat(parts.Take(i + 1).Select(LinesOnly)) + part[part.IndexOf('\n', StringComparison.Ordinal)..]));
        }

        private static string LinesOnly(string part)
        {
            return new string('\n', part.Count(c => c == '\n'));
        }

        private static Case Parse(string name, string text)
        {
            List<string> source = [];
            List<string> shared = ["owner\tNanoExecutor.Waker\t", "entry\tNanoExecutor.Waker.Wake\tany thread"];
            List<Mark> expected = [];
            Setting setting = Setting.BesideTheLibrary;
            string[] lines = text.ReplaceLineEndings("\n").Split('\n');
            for (int i = 0; i < lines.Length; i++)
            {
                string[] directive = lines[i].Split("//@", 2);
                string[] words = directive.Length < 2 ? [""] : directive[1].Split(' ', 2);
                int times = words[0] == "times" ? int.Parse(words[1], CultureInfo.InvariantCulture) : 1;
                setting = words[0] switch
                {
                    "library" => Setting.InTheLibrary,
                    "alone" => Setting.Alone,
                    _ => setting,
                };
                if (words[0] == "shared")
                {
                    shared.Add(words[1].Replace('|', '\t'));
                }

                expected.AddRange(Mark.Parse(lines[i], i + 1));
                source.AddRange(Enumerable.Repeat(lines[i], times));
            }

            return new Case(name, string.Join('\n', source), setting, string.Join('\n', shared), expected);
        }
    }

    /// <summary>
    /// A finding as the source of a case announces it: line, rule and, if given, how its cost begins.
    /// </summary>
    internal sealed record Mark(int Line, string Rule, string Cost)
    {
        public static Mark Of(Finding finding)
        {
            return new Mark(finding.Place.Line, finding.Rule.Id, finding.Cost);
        }

        /// <summary>
        /// Reads the marks behind //! in one line: "rule", "rule bytes" or "?rule" where no line is known.
        /// </summary>
        public static IEnumerable<Mark> Parse(string line, int number)
        {
            int at = line.IndexOf("//!", StringComparison.Ordinal);
            if (at < 0)
            {
                yield break;
            }

            foreach (string mark in line[(at + 3)..].Split(',', StringSplitOptions.TrimEntries))
            {
                string[] words = mark.Split(' ', 2);
                bool placed = words[0][0] != '?';
                yield return new Mark(placed ? number : 0, words[0].TrimStart('?'), words.Length > 1 ? words[1] : "");
            }
        }

        public bool Matches(Mark found)
        {
            return Line == found.Line && Rule == found.Rule
                && (Cost == "" || found.Cost.StartsWith(Cost, StringComparison.Ordinal));
        }

        public override string ToString()
        {
            return string.Create(CultureInfo.InvariantCulture, $"line {Line}: {Rule} {Cost}").TrimEnd();
        }
    }

    /// <summary>Where the program of a case stands.</summary>
    internal enum Setting
    {
        /// <summary>In an assembly of its own; both are proved.</summary>
        BesideTheLibrary,

        /// <summary>In the assembly of the library.</summary>
        InTheLibrary,

        /// <summary>In an assembly of its own, which alone is proved.</summary>
        Alone,
    }
}
