using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace NanoExecutor.Benchmarks
{
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
