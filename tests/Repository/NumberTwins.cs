using System.Text;
using System.Text.RegularExpressions;

namespace NanoExecutor.Repository
{
    /// <summary>
    /// Makes the classes that carry numbers out of those that carry references, as the 1.x line of nanoFramework cannot run
    /// generics. A class is carried over if it mentions <c>object</c>; what does not is common to both.
    /// </summary>
    internal static partial class NumberTwins
    {
        public const string Target = "lib/Sync/Numbers.cs";

        private static readonly string[] s_sources =
        [
            "lib/Atomics/Mailbox.cs",
            "lib/Atomics/BoundedRing.cs",
            "lib/Sync/Signal.cs",
            "lib/Sync/Watch.cs",
            "lib/Sync/PubSub.cs",
            "lib/Sync/Channel.cs",
        ];

        private static readonly (string Old, string New)[] s_words =
        [
            ("ObjectMailbox", "LongMailbox"),
            ("ObjectRing", "LongRing"),
            ("Signal", "LongSignal"),
            ("SignalWait", "LongSignalWait"),
            ("Watch", "LongWatch"),
            ("WatchReader", "LongWatchReader"),
            ("PubSub", "LongPubSub"),
            ("Subscriber", "LongSubscriber"),
            ("Channel", "LongChannel"),
            ("ChannelSend", "LongChannelSend"),
            ("ChannelReceive", "LongChannelReceive"),
            ("object", "long"),
            ("objects", "numbers"),
            ("reference", "number"),
            ("references", "numbers"),
        ];

        public static string Generate(Func<string, string> read)
        {
            StringBuilder text = new();
            text.Append("// Written from ").AppendJoin(", ", s_sources.Select(s => Path.GetFileName(s)))
                .Append(";\n// tests/Repository compares it and says how to write it again. Change those, not this.\n")
                .Append("using System.Threading;\n\nnamespace NanoExecutor\n{\n")
                .AppendJoin("\n", s_sources.SelectMany(s => Types(read(s))).Where(t => Reference().IsMatch(t)).Select(Number))
                .Append("}\n");
            return text.ToString();
        }

        // The types of a namespace with their comments: each ends with a brace that is indented once.
        private static IEnumerable<string> Types(string source)
        {
            string body = source[(source.IndexOf("\n{\n", StringComparison.Ordinal) + 3)..];
            int start = 0;
            for (int end; (end = body.IndexOf("\n    }\n", start, StringComparison.Ordinal)) >= 0; start = end)
            {
                end += "\n    }\n".Length;
                yield return body[start..end].TrimStart('\n');
            }
        }

        private static string Number(string type)
        {
            string text = OnlyOfReferences().Replace(type, "");
            foreach ((string old, string fresh) in s_words)
            {
                text = Regex.Replace(text, $@"\b{old}\b", fresh);
            }

            return text;
        }

        [GeneratedRegex(@"^(?! *///).*\bobject\b", RegexOptions.Multiline)]
        private static partial Regex Reference();

        // A number keeps nothing alive.
        [GeneratedRegex(@" +/// <para>\n +/// A place keeps its reference(?:(?!</para>).)*</para>\n", RegexOptions.Singleline)]
        private static partial Regex OnlyOfReferences();
    }
}
