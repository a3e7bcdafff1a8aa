using System.Globalization;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A line of a <see cref="Table"/>: the cells that <see cref="Report.Line"/> has put there.</summary>
    internal sealed class TableLine
    {
        internal readonly string Title;
        internal readonly string Text;
        internal readonly string Name;
        internal readonly string Time;
        internal readonly string Peer;
        internal readonly string Ratio;
        internal readonly string Goal;
        internal readonly string Verdict;

        internal TableLine(string title, string text, string[] cells)
        {
            Title = title;
            Text = text;
            Name = cells[0];
            Time = cells[1];
            Peer = cells[3];
            Ratio = cells[4];
            Goal = cells[5];
            Verdict = cells[6];
        }

        internal bool IsCompared => Peer.Length > 0;

        internal bool HasGoal => Goal.Length > 0;

        /// <summary>The time, ns; null if it is none.</summary>
        internal double? Nanoseconds
        {
            get
            {
                string[] words = Time.Split(' ');
                double unit = words.Length < 2 ? 0 : words[1] switch { "ns" => 1, "µs" => 1e3, "ms" => 1e6, _ => 0 };
                return unit == 0 ? null : unit * double.Parse(words[0], CultureInfo.InvariantCulture);
            }
        }

        /// <summary>Whether it is the same comparison, on whatever machine.</summary>
        internal bool IsAbout(TableLine other)
        {
            return Title == other.Title && Name == other.Name && Peer == other.Peer;
        }
    }
}
