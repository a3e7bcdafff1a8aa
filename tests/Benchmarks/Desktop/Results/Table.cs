using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

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

    /// <summary>The table of a run on some machine, read from what that run has printed.</summary>
    internal sealed class Table
    {
        private const char Bar = '|';
        private const string Date = ", 20";
        private const string Device = "nanoCLR, ";

        private readonly List<TableLine> _lines = new List<TableLine>();

        private Table()
        {
        }

        /// <summary>What machine it was, and when, if it knew.</summary>
        internal string Machine { get; private set; } = "";

        /// <summary>What kind of machine that is, in a word or two: no figure stands without it.</summary>
        internal string Kind => !Machine.StartsWith(Device, StringComparison.Ordinal) ? "desktop"
            : Machine.Contains("Virtual", StringComparison.Ordinal) ? "host CLR" : "ESP32 (emulated)";

        internal IReadOnlyList<TableLine> Lines => _lines;

        /// <summary>Reads the lines of tables, and the line that comes before the first; passes over all others.</summary>
        /// <param name="printed">The output of a run, whatever else is in it.</param>
        internal static Table Read(IEnumerable<string> printed)
        {
            Table table = new Table();
            string title = "";
            bool head = true;
            foreach (string line in printed.Select(l => l.Trim()))
            {
                if (line.Length > 0 && line[0] == Bar)
                {
                    string[] cells = line.Trim(Bar).Split(Bar).Select(c => c.Trim()).ToArray();
                    if (head)
                    {
                        title = cells[0];
                    }
                    else if (!cells[0].StartsWith("--", StringComparison.Ordinal))
                    {
                        table._lines.Add(new TableLine(title, line, cells));
                    }

                    head = false;
                }
                else
                {
                    head = true;
                    if (table._lines.Count == 0 && (line.StartsWith(Device, StringComparison.Ordinal) || line.Contains(Date, StringComparison.Ordinal)))
                    {
                        table.Machine = line;
                    }
                }
            }

            if (table._lines.Count == 0)
            {
                throw new InvalidDataException(
                    "There is no table in the output of the device; run tests/Benchmarks.nfproj with -t:Run and keep what it prints.");
            }

            return table;
        }
    }
}
