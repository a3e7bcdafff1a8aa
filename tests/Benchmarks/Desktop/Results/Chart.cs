using System.Collections.Generic;
using System.IO;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NanoExecutor.Benchmarks
{
    /// <summary>A bar for each line that is a time, in groups that have a scale of their own.</summary>
    internal sealed class Chart
    {
        private const int Columns = 150;

        private readonly Report _report;
        private readonly string _subject;

        internal Chart(Report report, string subject)
        {
            _report = report;
            _subject = subject;
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
            recorder.Write(new Text(_subject + "\n"));
            foreach (IRenderable group in Groups())
            {
                recorder.Write(group);
                recorder.WriteLine();
            }

            return recorder.Export(new SvgEncoder(Columns));
        }

        private IEnumerable<IRenderable> Groups()
        {
            int i = 0;
            while (i < _report.Count)
            {
                string title = _report.Titles[i];
                BarChart chart = new BarChart().Width(Columns - 1).Label(Markup.Escape(title)).LeftAlignLabel();
                chart.UseValueFormatter((tenths, _) => Numbers.Time((long)tenths));
                string last = null;
                for (; i < _report.Count && _report.Titles[i] == title; i++)
                {
                    Row row = _report.Rows[i];
                    if (row.Name != last && row.Unit == null)
                    {
                        chart.AddItem(Markup.Escape(row.Name), row.Value, row.IsOwn ? Color.Green3 : Color.Grey);
                    }

                    last = row.Name;
                }

                if (chart.Data.Count > 0)
                {
                    yield return chart;
                }
            }
        }
    }
}
