using System.Collections.Generic;
using System.Globalization;
using System.Security;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Draws what Spectre.Console renders as SVG: a text for each run of characters, in its colour.</summary>
    internal sealed class SvgEncoder : IAnsiConsoleEncoder
    {
        private const double CharacterWidth = 7.2;
        private const int LineHeight = 16;
        private const int FontSize = 12;
        private const int Margin = 12;
        private const char Bar = '█';
        private const string Ink = "#333333";

        private readonly int _columns;

        internal SvgEncoder(int columns)
        {
            _columns = columns;
        }

        public string Encode(IAnsiConsole console, IEnumerable<IRenderable> renderables)
        {
            StringBuilder texts = new StringBuilder();
            int line = 0;
            int column = 0;
            RenderOptions options = RenderOptions.Create(console);
            foreach (IRenderable renderable in renderables)
            {
                foreach (Segment segment in renderable.Render(options, _columns))
                {
                    if (segment.IsControlCode)
                    {
                        continue;
                    }

                    if (segment.IsLineBreak)
                    {
                        line++;
                        column = 0;
                        continue;
                    }

                    Append(texts, segment, line, column);
                    column += segment.CellCount();
                }
            }

            int width = (int)(_columns * CharacterWidth) + (2 * Margin);
            int height = (line * LineHeight) + (2 * Margin);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\">\n"
                + $"<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
                + $"<g font-family=\"Consolas, Menlo, 'DejaVu Sans Mono', monospace\" font-size=\"{FontSize}\" xml:space=\"preserve\">\n")
                + texts + "</g>\n</svg>\n";
        }

        private static void Append(StringBuilder texts, Segment segment, int line, int column)
        {
            if (string.IsNullOrWhiteSpace(segment.Text))
            {
                return;
            }

            Color colour = segment.Style.Foreground;
            string fill = colour == Color.Default ? Ink : "#" + colour.ToHex();
            if (segment.Text.Trim(Bar).Length == 0)
            {
                texts.Append(
                    CultureInfo.InvariantCulture,
                    $"<rect x=\"{Margin + (column * CharacterWidth):0.#}\" y=\"{Margin + (line * LineHeight) + 2}\" width=\"{segment.CellCount() * CharacterWidth:0.#}\" height=\"{FontSize}\" fill=\"{fill}\"/>\n");
                return;
            }

            texts.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{Margin + (column * CharacterWidth):0.#}\" y=\"{Margin + (line * LineHeight) + FontSize}\" fill=\"{fill}\" textLength=\"{segment.CellCount() * CharacterWidth:0.#}\">{SecurityElement.Escape(segment.Text)}</text>\n");
        }
    }
}
