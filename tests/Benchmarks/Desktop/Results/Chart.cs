using System.Collections.Generic;
using System.IO;
using System.Linq;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A bar for each line of a table that is a time, in groups that have a scale of their own.</summary>
    internal sealed class Chart
    {
        private const int Columns = 150;

        private readonly string _machine;
        private readonly IEnumerable<TableLine> _lines;

        /// <param name="machine">What stands above it.</param>
        /// <param name="lines">What to draw, in this order.</param>
        internal Chart(string machine, IEnumerable<TableLine> lines)
        {
            _machine = machine;
            _lines = lines;
        }

        internal string ToSvg()
        {
            StringWriter nowhere = new StringWriter();
            IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.TrueColor,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(nowhere),
            });
            console.Profile.Width = Columns;
            console.Profile.Capabilities.Unicode = true;

            Recorder recorder = new Recorder(console);
            recorder.Write(new Text(_machine + "\n"));
            foreach (IRenderable group in Groups())
            {
                recorder.Write(group);
                recorder.WriteLine();
            }

            return recorder.Export(new SvgEncoder(Columns));
        }

        private IEnumerable<IRenderable> Groups()
        {
            foreach (IGrouping<string, TableLine> group in _lines.Where(l => l.Nanoseconds != null).GroupBy(l => l.Title))
            {
                // What stands beside something else is ours; a line stands there once for each of those.
                HashSet<string> own = group.Where(l => l.IsCompared).Select(l => l.Name).ToHashSet();
                BarChart chart = new BarChart().Width(Columns - 1).Label(Markup.Escape(group.Key)).LeftAlignLabel();
                chart.UseValueFormatter((nanoseconds, _) => Numbers.Time((long)(nanoseconds * Runs.PerNanosecond)));
                foreach (TableLine line in group.DistinctBy(l => l.Name))
                {
                    Color colour = own.Contains(line.Name) ? Color.Green3 : Color.Grey;
                    chart.AddItem(Markup.Escape(line.Name), line.Nanoseconds.Value, colour);
                }

                yield return chart;
            }
        }
    }
}
