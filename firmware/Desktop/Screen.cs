using System;
using System.Collections.Generic;
using System.Globalization;
using NanoExecutor;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// One picture of the node. Made on the thread of the view from what the executor's thread has written, without a
    /// lock: a figure may be a moment old, and nothing here can disturb the node.
    /// </summary>
    internal sealed class Screen
    {
        /// <summary>Columns it needs.</summary>
        internal const int Width = 80;

        private const int TasksWidth = 45;
        private const int PlantWidth = Width - TasksWidth;
        private const int RowsBesidesLog = 17;
        private const int FewestLogLines = 4;
        private const int MostLogLines = 16;

        private readonly DesktopGreenhouse _board;
        private readonly NodeRun _run;
        private readonly ScreenLog _log;

        internal Screen(DesktopGreenhouse board, NodeRun run, ScreenLog log)
        {
            _board = board;
            _run = run;
            _log = log;
        }

        internal IRenderable Render()
        {
            long now = _board.Clock.Now;
            Grid middle = new Grid { Width = Width };
            middle.AddColumn(new GridColumn { Width = TasksWidth, Padding = new Padding(0) });
            middle.AddColumn(new GridColumn { Width = PlantWidth, Padding = new Padding(0) });
            middle.AddRow(Framed(Tasks(), "tasks", TasksWidth), Framed(Plant(now), "plant", PlantWidth));
            return new Rows(
                Framed(Head(now), "greenhouse node", Width),
                middle,
                Framed(Log(), "log", Width),
                new Markup(" [grey]" + Keys.Help.Replace("[bold]", "[white]", StringComparison.Ordinal) + "[/]"));
        }

        private static Panel Framed(IRenderable content, string title, int width)
        {
            return new Panel(content)
            {
                Border = BoxBorder.Rounded,
                BorderStyle = new Style(Color.Grey),
                Header = new PanelHeader("[bold green] " + title + " [/]"),
                Padding = new Padding(1, 0),
                Width = width,
            };
        }

        private static string Figure(string name, string format, object value)
        {
            return "[grey]" + name + "[/] " + string.Format(CultureInfo.InvariantCulture, format, value);
        }

        private static string Lamp(bool on, string color)
        {
            return on ? "[" + color + "]●[/] on" : "[grey]○ off[/]";
        }

        private IRenderable Head(long now)
        {
            Executor executor = _run.Node.Executor;
            long allocated = _run.Allocated;
            return new Markup(string.Join(
                "  ",
                TimeSpan.FromMilliseconds(now / Duration.Millisecond).ToString(@"hh\:mm\:ss", CultureInfo.InvariantCulture),
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
            AddRow(grid, "button", _board.Button.Read() ? "[yellow]■[/] down" : "[grey]□ up[/]");
            return grid;
        }

        private static void AddRow(Grid grid, string name, string value)
        {
            grid.AddRow("[grey]" + name + "[/]", value);
        }

        private static string Degrees(int hundredths, int samples)
        {
            return samples == 0 ? "-" : (hundredths / 100.0).ToString("N2", CultureInfo.InvariantCulture) + " °C";
        }

        private IRenderable Log()
        {
            int room = Math.Min(Math.Max(AnsiConsole.Profile.Height - RowsBesidesLog, FewestLogLines), MostLogLines);
            List<string> lines = new List<string>(_log.Latest(room));
            while (lines.Count < room)
            {
                lines.Add(string.Empty);
            }

            return new Text(string.Join("\n", lines)).Overflow(Overflow.Crop);
        }
    }
}
