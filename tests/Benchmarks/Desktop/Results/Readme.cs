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

        private readonly Table[] _tables;

        internal Readme(Table[] tables)
        {
            _tables = tables;
        }

        private IEnumerable<TableLine> Lines => _tables.SelectMany(t => t.Lines);

        /// <summary>What has a goal, and what has none beside it in its section, on all machines in one table.</summary>
        internal void WriteSummary(FileInfo file)
        {
            StringBuilder text = new StringBuilder();
            text.AppendJoin("; ", _tables.Select(t => t.Kind + ": " + t.Machine)).Append('\n');
            text.Append("\n| | compared with | ").AppendJoin(" | ", _tables.Select(t => t.Kind + " | ratio"));
            text.Append(" |\n|---|---").Append(string.Concat(Enumerable.Repeat("|--:|--:", _tables.Length))).Append("|\n");
            List<TableLine> done = new List<TableLine>();
            foreach (TableLine line in Lines.Where(IsWorthTelling).GroupBy(l => l.Title).SelectMany(g => g))
            {
                if (done.Any(line.IsAbout))
                {
                    continue;
                }

                done.Add(line);
                text.Append("| ").Append(line.Name).Append(" | ").Append(line.Peer);
                foreach (Table table in _tables)
                {
                    TableLine there = table.Lines.FirstOrDefault(line.IsAbout);
                    text.Append(" | ").Append(there?.Time).Append(" | ").Append(Judged(there));
                }

                text.Append(" |\n");
            }

            Put(file, text.ToString());
        }

        /// <summary>All lines of all machines.</summary>
        internal void WriteAll(FileInfo file)
        {
            StringBuilder text = new StringBuilder();
            foreach (Table table in _tables)
            {
                text.Append("\n## ").Append(table.Kind).Append(": ").Append(table.Machine).Append('\n');
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
