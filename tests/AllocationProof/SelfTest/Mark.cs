using System.Globalization;
using NanoExecutor.AllocationProof.Checks;

namespace NanoExecutor.AllocationProof.SelfTest
{
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
}
