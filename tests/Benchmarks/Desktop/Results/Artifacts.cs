using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace NanoExecutor.Benchmarks
{
    /// <summary>What a run leaves: a table in Markdown, the figures in JSON, a chart in SVG.</summary>
    internal sealed class Artifacts
    {
        private static readonly JsonSerializerOptions _readable = new JsonSerializerOptions { WriteIndented = true };

        private const string TableName = "table.md";
        private const string DeviceChartName = "nanoclr.svg";

        private readonly DirectoryInfo _folder;
        private readonly Report _report;
        private readonly string _date;

        internal Artifacts(DirectoryInfo folder, Report report, DateTime date)
        {
            _folder = folder;
            _report = report;
            _date = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            _folder.Create();
        }

        /// <summary>benchmarks/ in the folder for all that is built.</summary>
        internal static DirectoryInfo Folder()
        {
            return new DirectoryInfo(Path.Combine(PathOf("Artifacts"), "benchmarks"));
        }

        /// <summary>
        /// Puts the table, and those of devices, into the READMEs of the project and of this program, and draws what has
        /// a goal on the first device.
        /// </summary>
        /// <param name="devices">What the runs on devices have printed; the first is drawn.</param>
        internal void Publish(FileInfo[] devices)
        {
            Table[] onDevices = devices.Select(d => Table.Read(File.ReadLines(d.FullName))).ToArray();
            Table onDevice = onDevices[0];
            Readme readme = new Readme(onDevices.Append(OwnTable()).ToArray());
            readme.WriteSummary(new FileInfo(Path.Combine(PathOf("Project"), "README.md")));
            readme.WriteAll(new FileInfo(Path.Combine(PathOf("Program"), "README.md")));
            IEnumerable<TableLine> drawn = onDevice.Lines
                .GroupBy(l => l.Title).Where(g => g.Any(l => l.HasGoal)).SelectMany(g => g);
            File.WriteAllText(Path.Combine(PathOf("Program"), DeviceChartName), new Chart(onDevice.Machine, drawn).ToSvg());
        }

        internal void WriteTable()
        {
            StringBuilder table = new StringBuilder();
            table.Append(Target.Kind).Append(", ").Append(_date).Append('\n');
            for (int i = 0; i < _report.Count; i++)
            {
                if (i == 0 || _report.Titles[i] != _report.Titles[i - 1])
                {
                    table.Append(Report.Head(_report.Titles[i])).Append('\n');
                }

                table.Append(Report.Line(_report.Rows[i])).Append('\n');
            }

            Write(TableName, table.ToString());
        }

        internal void WriteJson()
        {
            object figures = new
            {
                machine = Target.Kind,
                date = _date,
                lines = Enumerable.Range(0, _report.Count).Select(i => Figures(_report.Titles[i], _report.Rows[i])),
            };
            Write("figures.json", JsonSerializer.Serialize(figures, _readable) + "\n");
        }

        internal void WriteChart()
        {
            Table table = OwnTable();
            Write("chart.svg", new Chart(table.Machine, table.Lines).ToSvg());
        }

        private static object Figures(string title, Row row)
        {
            return new
            {
                section = title,
                name = row.Name,
                value = row.Unit == null ? row.Value / (double)Runs.PerNanosecond : row.Value,
                unit = row.Unit ?? "ns",
                worst = row.Worst == 0 ? (double?)null : row.Worst / (double)Runs.PerNanosecond,
                bytesPerOperation = Parts(row.Garbage100, 100),
                peer = row.Peer.Length == 0 ? null : row.Peer,
                ratio = Parts(row.Ratio, 1000),
                goal = row.LimitsValue && row.Limit != Row.None ? row.ShownGoal : null,
                ratioGoal = row.LimitsValue ? null : Parts(row.Limit, 1000),
                met = row.Limit == Row.None ? (bool?)null : row.IsMet,
            };
        }

        private static string PathOf(string key)
        {
            return typeof(Artifacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value;
        }

        private static double? Parts(long value, double whole)
        {
            return value < 0 ? (double?)null : value / whole;
        }

        private Table OwnTable()
        {
            return Table.Read(File.ReadLines(Path.Combine(_folder.FullName, TableName)));
        }

        private void Write(string name, string text)
        {
            File.WriteAllText(Path.Combine(_folder.FullName, name), text);
        }
    }
}
