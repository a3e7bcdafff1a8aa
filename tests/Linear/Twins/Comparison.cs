using System.Text;

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
}
