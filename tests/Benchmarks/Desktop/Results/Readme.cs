using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Keeps the results in the READMEs: each stands between two marks, which stay.</summary>
    internal sealed class Readme
    {
        private const string Begin = "<!-- benchmarks: begin -->\n";
        private const string End = "<!-- benchmarks: end -->\n";

        private readonly Table _device;
        private readonly Table _desktop;

        internal Readme(Table device, Table desktop)
        {
            _device = device;
            _desktop = desktop;
        }

        private IEnumerable<TableLine> Lines => _device.Lines.Concat(_desktop.Lines);

        /// <summary>What has a goal, and what has none beside it in its section, on both machines in one table.</summary>
        internal void WriteSummary(FileInfo file)
        {
            StringBuilder text = new StringBuilder();
            text.Append(_device.Machine).Append("; ").Append(_desktop.Machine).Append(":\n");
            text.Append("\n| | compared with | nanoCLR | ratio | desktop | ratio |\n|---|---|--:|--:|--:|--:|\n");
            List<TableLine> done = new List<TableLine>();
            foreach (TableLine line in Lines.Where(IsWorthTelling).GroupBy(l => l.Title).SelectMany(g => g))
            {
                if (done.Any(line.IsAbout))
                {
                    continue;
                }

                done.Add(line);
                TableLine device = _device.Lines.FirstOrDefault(line.IsAbout);
                TableLine desktop = _desktop.Lines.FirstOrDefault(line.IsAbout);
                text.Append("| ").Append(line.Name).Append(" | ").Append(line.Peer)
                    .Append(" | ").Append(device?.Time).Append(" | ").Append(Judged(device))
                    .Append(" | ").Append(desktop?.Time).Append(" | ").Append(Judged(desktop)).Append(" |\n");
            }

            Put(file, text.ToString());
        }

        /// <summary>All lines of both machines.</summary>
        internal void WriteAll(FileInfo file)
        {
            StringBuilder text = new StringBuilder();
            foreach (Table table in new[] { _device, _desktop })
            {
                text.Append("\n## ").Append(table.Machine).Append('\n');
                string title = null;
                foreach (TableLine line in table.Lines)
                {
                    if (line.Title != title)
                    {
                        title = line.Title;
                        text.Append(Report.Head(title)).Append('\n');
                    }

                    text.Append(line.Text).Append('\n');
                }
            }

            Put(file, text.Append('\n').ToString());
        }

        private static string Judged(TableLine line)
        {
            if (line == null || !line.HasGoal)
            {
                return line?.Ratio;
            }

            string goal = line.Goal + ": " + line.Verdict;
            return line.Ratio.Length == 0 ? goal : line.Ratio + " (" + goal + ")";
        }

        private static void Put(FileInfo file, string text)
        {
            string all = File.ReadAllText(file.FullName);
            int begin = all.IndexOf(Begin, StringComparison.Ordinal);
            int end = all.IndexOf(End, StringComparison.Ordinal);
            if (begin < 0 || end < begin)
            {
                throw new InvalidDataException(
                    file.Name + " has no place for the results, which is between the lines " + Begin.Trim() + " and " + End.Trim());
            }

            File.WriteAllText(file.FullName, all[..(begin + Begin.Length)] + text + all[end..]);
        }

        private bool IsWorthTelling(TableLine line)
        {
            return line.HasGoal || (line.IsCompared && !Lines.Any(l => l.Title == line.Title && l.HasGoal));
        }
    }
}
