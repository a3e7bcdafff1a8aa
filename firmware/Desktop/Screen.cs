using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using NanoExecutor;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// Pictures of the node. Made on the thread of the view from what the executor's thread has written, without a
    /// lock: a figure may be a moment old, and nothing here can disturb the node.
    /// </summary>
    internal sealed class Screen
    {
        /// <summary>Columns that the full picture needs.</summary>
        internal const int Columns = 80;

        /// <summary>Rows that the full picture needs.</summary>
        internal const int Rows = RowsBesidesLog + FewestLogLines;

        private const int TasksWidth = 45;
        private const int PlantWidth = Columns - TasksWidth;
        private const int FrameWidth = 4;
        private const int RowsBesidesLog = 17;
        private const int FewestLogLines = 3;
        private const int MaxLogLines = 32;

        private readonly DesktopGreenhouse _board;
        private readonly NodeRun _run;
        private readonly ScreenLog _log;
        private readonly StringWriter _text = new StringWriter();
        private readonly IAnsiConsole _console;
        private readonly bool _isUnicode;

        internal Screen(DesktopGreenhouse board, NodeRun run, ScreenLog log, Terminal terminal)
        {
            _board = board;
            _run = run;
            _log = log;
            _isUnicode = terminal.IsUnicode;
            Help = terminal.HasKeys ? Keys.Help : "Ctrl-C stops it";
            _console = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = terminal.HasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(_text),
            });
            _console.Profile.Width = Columns;
            _console.Profile.Capabilities.Unicode = _isUnicode;
        }

        private string Help { get; }

        /// <summary>Makes a picture for a window: the full one, or lines where there is no room for that.</summary>
        /// <returns>The lines of it from the top, with ANSI sequences for its colours.</returns>
        internal string[] Render((int Columns, int Rows) window)
        {
            return window.Columns >= Columns && window.Rows >= Rows
                ? Full(Math.Min(window.Rows - RowsBesidesLog, MaxLogLines))
                : Small(window);
        }

        /// <summary>Makes what is left on the terminal at the end.</summary>
        internal string[] Last((int Columns, int Rows) window)
        {
            return window.Columns >= Columns ? Full(FewestLogLines) : _log.Latest(MaxLogLines);
        }

        private string[] Full(int logLines)
        {
            long now = _board.Clock.Now;
            Grid middle = new Grid { Width = Columns };
            middle.AddColumn(new GridColumn { Width = TasksWidth, Padding = new Padding(0) });
            middle.AddColumn(new GridColumn { Width = PlantWidth, Padding = new Padding(0) });
            middle.AddRow(Framed(Tasks(), "tasks", TasksWidth), Framed(Plant(now), "plant", PlantWidth));
            _text.GetStringBuilder().Clear();
            _console.Write(new Rows(
                Framed(Head(now), "greenhouse node", Columns),
                middle,
                Framed(Log(logLines), "log", Columns),
                new Markup(" [grey]" + Markup.Escape(Help) + "[/]")));
            return _text.ToString().TrimEnd('\n').Split('\n');
        }

        private string[] Small((int Columns, int Rows) window)
        {
            List<string> lines = new List<string>
            {
                string.Format(
                    CultureInfo.InvariantCulture,
                    "Only lines: the view needs {0}x{1}, the window has {2}x{3}.",
                    Columns,
                    Rows,
                    window.Columns,
                    window.Rows),
                Help,
            };
            lines.AddRange(_log.Latest(Math.Clamp(window.Rows - lines.Count, 0, MaxLogLines)));
            return lines.GetRange(0, Math.Min(lines.Count, window.Rows))
                .ConvertAll(line => Cut(line, window.Columns))
                .ToArray();
        }

        private static string Cut(string line, int columns)
        {
            return line.Length <= columns ? line : line.Substring(0, columns);
        }

        private static string Figure(string name, string format, object value)
        {
            return "[grey]" + name + "[/] " + string.Format(CultureInfo.InvariantCulture, format, value);
        }

        private static string TimeOf(long now)
        {
            long seconds = now / Duration.Second;
            return string.Format(
                CultureInfo.InvariantCulture, "{0:00}:{1:00}:{2:00}", seconds / 3600, seconds / 60 % 60, seconds % 60);
        }

        private Panel Framed(IRenderable content, string title, int width)
        {
            return new Panel(content)
            {
                Border = _isUnicode ? BoxBorder.Rounded : BoxBorder.Ascii,
                BorderStyle = new Style(Color.Grey),
                Header = new PanelHeader("[bold green] " + title + " [/]"),
                Padding = new Padding(1, 0),
                Width = width,
            };
        }

        private string Lamp(bool on, string color)
        {
            return on
                ? "[" + color + "]" + (_isUnicode ? "●" : "*") + "[/] on"
                : "[grey]" + (_isUnicode ? "○" : "-") + " off[/]";
        }

        private IRenderable Head(long now)
        {
            Executor executor = _run.Node.Executor;
            long allocated = _run.Allocated;
            return new Markup(string.Join(
                "  ",
                TimeOf(now),
                Figure("asleep", "{0:N2} %", _run.AsleepAt(now)),
                Figure("polls", "{0:N0}", executor.Polls),
                Figure("spurious", "{0:N0}", executor.SpuriousPolls),
                Figure("allocated", allocated == 0 ? "[green]{0:N0} bytes[/]" : "[red]{0:N0} bytes[/]", allocated)));
        }

        private IRenderable Tasks()
        {
            GreenhouseNode node = _run.Node;
            Table table = new Table { Border = TableBorder.None };
            table.AddColumn(new TableColumn("[grey]task[/]") { Width = 10 });
            table.AddColumn(new TableColumn("[grey]state[/]") { Width = 8 });
            table.AddColumn(new TableColumn("[grey]step[/]") { Width = 10 });
            table.AddColumn(new TableColumn("[grey]polls[/]") { Width = 7, Alignment = Justify.Right });
            for (int i = 0; i < node.TaskCount; i++)
            {
                NodeTask task = node.TaskAt(i);
                table.AddRow(
                    task.Name,
                    StateOf(task),
                    task.StepName,
                    node.Executor.PollsOf(task.Handle).ToString("N0", CultureInfo.InvariantCulture));
            }

            return table;
        }

        private string StateOf(NodeTask task)
        {
            GreenhouseNode node = _run.Node;
            if (node.Executor.ExceptionOf(task.Handle) != null)
            {
                return "[red]faulted[/]";
            }

            if (node.Watchdog.IsStalled(task))
            {
                return "[yellow]stalled[/]";
            }

            return node.Executor.IsAsleep(task.Handle) ? "[grey]asleep[/]" : "[green]awake[/]";
        }

        private IRenderable Plant(long now)
        {
            Readings readings = _run.Node.Readings;
            Surroundings surroundings = _board.Surroundings;
            Grid grid = new Grid { Expand = true };
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
            grid.AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0) });
            AddRow(grid, "temperature", Degrees(readings.Temperature, readings.Samples));
            AddRow(grid, "average", Degrees(readings.Average, readings.Samples));
            AddRow(grid, "soil", readings.SoilSamples == 0 ? "-" : readings.Soil + " %");
            AddRow(grid, "heat", Lamp(surroundings.IsHeated(now), "orange1"));
            AddRow(grid, "fan", Lamp(_board.FanPin.IsHigh, "aqua") + (readings.FanForced ? " (forced)" : string.Empty));
            AddRow(grid, "warning", Lamp(_board.WarningPin.IsHigh, "red"));
            AddRow(grid, "heartbeat", Lamp(_board.HeartbeatPin.IsHigh, "green"));
            AddRow(grid, "button", Button());
            return grid;
        }

        private string Button()
        {
            return _board.Button.Read()
                ? "[yellow]" + (_isUnicode ? "■" : "#") + "[/] down"
                : "[grey]" + (_isUnicode ? "□" : "-") + " up[/]";
        }

        private static void AddRow(Grid grid, string name, string value)
        {
            grid.AddRow("[grey]" + name + "[/]", value);
        }

        private string Degrees(int hundredths, int samples)
        {
            return samples == 0
                ? "-"
                : (hundredths / 100.0).ToString("N2", CultureInfo.InvariantCulture) + (_isUnicode ? " °C" : " C");
        }

        private IRenderable Log(int room)
        {
            List<string> lines = new List<string>();
            foreach (string line in _log.Latest(room))
            {
                AddFolded(lines, line, Columns - FrameWidth);
            }

            lines.RemoveRange(0, Math.Max(0, lines.Count - room));
            while (lines.Count < room)
            {
                lines.Add(string.Empty);
            }

            return new Text(string.Join("\n", lines));
        }

        // A line of a dump has more to say than fits into a row.
        private static void AddFolded(List<string> lines, string line, int columns)
        {
            const string Further = "           ";
            while (line.Length > columns)
            {
                lines.Add(line.Substring(0, columns));
                line = Further + line.Substring(columns);
            }

            lines.Add(line);
        }
    }
}
