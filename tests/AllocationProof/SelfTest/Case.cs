using System.Globalization;

namespace NanoExecutor.AllocationProof.SelfTest
{
    /// <summary>
    /// One small program of the self-test. Marks (//! rule) say what must be found on their line. "//@library" puts it
    /// into the library's assembly; "//@alone" proves it alone, with the library as what it refers to; "//@shared" adds
    /// a line to the table of shared fields; "//@times n" repeats its line.
    /// </summary>
    internal sealed record Case(
        string Name, string Source, Setting Setting, string SharedFields, IReadOnlyList<Mark> Expected)
    {
        public static Case Parse(string name, string text)
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
}
