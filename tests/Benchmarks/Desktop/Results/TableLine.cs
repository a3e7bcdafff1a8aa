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

        /// <summary>Whether it is the same comparison, on whatever machine.</summary>
        internal bool IsAbout(TableLine other)
        {
            return Title == other.Title && Name == other.Name && Peer == other.Peer;
        }
    }
}
