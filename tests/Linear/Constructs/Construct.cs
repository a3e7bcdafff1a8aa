using System.Reflection;
using System.Text.RegularExpressions;

namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// A piece of C# from Constructs/*.txt with what has to be said about it: nothing, or the ids of the messages. In a file with a
    /// frame it is the body of a [Linear] method, with members of its class behind a line of two dashes.
    /// </summary>
    internal sealed partial record Construct(string Name, string Expected, string Text)
    {
        /// <summary>Where a body begins and ends in the text, by lines.</summary>
        public Range Body { get; init; }

        public static IReadOnlyList<Construct> Read(string file)
        {
            using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("construct/" + file)!);
            string text = reader.ReadToEnd().ReplaceLineEndings("\n");
            string? frame = null;
            List<Construct> constructs = [];
            foreach (Match match in Section().Matches(text))
            {
                string head = match.Groups["head"].Value;
                string content = match.Groups["text"].Value;
                if (head == "FRAME")
                {
                    frame = content;
                }
                else if (IsKnown(head))
                {
                    string[] parts = head.Replace(" [new]", string.Empty, StringComparison.Ordinal).Split(" -> ");
                    string name = frame == null ? parts[0] : "Case" + constructs.Count;
                    constructs.Add(Framed(new Construct(parts[0], parts.ElementAtOrDefault(1) ?? string.Empty, content), frame, name));
                }
            }

            return constructs;
        }

        private static Construct Framed(Construct construct, string? frame, string space)
        {
            if (frame == null)
            {
                return construct;
            }

            string[] halves = construct.Text.Split("\n--\n");
            string before = frame.Replace("namespace Demo", "namespace " + space, StringComparison.Ordinal)
                .Replace("/*MEMBERS*/", halves.ElementAtOrDefault(1)?.Trim() ?? string.Empty, StringComparison.Ordinal);
            int start = before[..before.IndexOf("/*BODY*/", StringComparison.Ordinal)].Count(letter => letter == '\n');
            return construct with
            {
                Text = before.Replace("/*BODY*/", halves[0], StringComparison.Ordinal),
                Body = start..(start + halves[0].Count(letter => letter == '\n') + 1),
            };
        }

        // The oldest Roslyn does not know all of C#.
        private static bool IsKnown(string head)
        {
#if OLDEST_ROSLYN
            return !head.Contains("[new]", StringComparison.Ordinal);
#else
            return head.Length > 0;
#endif
        }

        [GeneratedRegex("^=== (?<head>.+)\n(?<text>(?:(?!=== ).*\n)*)", RegexOptions.Multiline)]
        private static partial Regex Section();
    }
}
