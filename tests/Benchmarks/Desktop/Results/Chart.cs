using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
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

    /// <summary>Draws what Spectre.Console renders as SVG: a text for each run of characters, in its colour.</summary>
    internal sealed class SvgEncoder : IAnsiConsoleEncoder
    {
        private const double CharacterWidth = 7.2;
        private const int LineHeight = 16;
        private const int FontSize = 12;
        private const int Margin = 12;
        private const char Bar = '█';
        private const string Ink = "#333333";

        private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

        private readonly int _columns;

        internal SvgEncoder(int columns)
        {
            _columns = columns;
        }

        public string Encode(IAnsiConsole console, IEnumerable<IRenderable> renderables)
        {
            XElement drawing = new XElement(
                _svg + "g",
                new XAttribute("font-family", "Consolas, Menlo, 'DejaVu Sans Mono', monospace"),
                new XAttribute("font-size", FontSize),
                new XAttribute(XNamespace.Xml + "space", "preserve"));
            int line = 0;
            int column = 0;
            RenderOptions options = RenderOptions.Create(console);
            foreach (IRenderable renderable in renderables)
            {
                foreach (Segment segment in renderable.Render(options, _columns).Where(s => !s.IsControlCode))
                {
                    if (segment.IsLineBreak)
                    {
                        line++;
                        column = 0;
                        continue;
                    }

                    if (!string.IsNullOrWhiteSpace(segment.Text))
                    {
                        drawing.Add(Drawn(segment, Margin + (column * CharacterWidth), Margin + (line * LineHeight)));
                    }

                    column += segment.CellCount();
                }
            }

            int width = (int)(_columns * CharacterWidth) + (2 * Margin);
            int height = (line * LineHeight) + (2 * Margin);
            return new XElement(
                _svg + "svg",
                new XAttribute("width", width),
                new XAttribute("height", height),
                new XAttribute("viewBox", FormattableString.Invariant($"0 0 {width} {height}")),
                new XElement(_svg + "rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "#ffffff")),
                drawing).ToString(SaveOptions.DisableFormatting);
        }

        private static XElement Drawn(Segment segment, double x, int y)
        {
            double width = Math.Round(segment.CellCount() * CharacterWidth, 1);
            Color colour = segment.Style.Foreground;
            XElement drawn = segment.Text.Trim(Bar).Length == 0
                ? new XElement(_svg + "rect", new XAttribute("y", y + 2), new XAttribute("width", width), new XAttribute("height", FontSize))
                : new XElement(_svg + "text", new XAttribute("y", y + FontSize), new XAttribute("textLength", width), segment.Text);
            drawn.Add(new XAttribute("x", Math.Round(x, 1)), new XAttribute("fill", colour == Color.Default ? Ink : "#" + colour.ToHex()));
            return drawn;
        }
    }
}
