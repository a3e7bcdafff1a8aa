using System;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.IO;

namespace NanoExecutor.Benchmarks
{
    /// <summary>What the program takes on the desktop, and what it does with it.</summary>
    internal sealed class CommandLine
    {
        private const int Reached = 0;
        private const int FarOff = 1;
        private const int CannotWrite = 2;

        private readonly Option<bool> _quick = new Option<bool>("--quick")
        {
            Description = "Five short rounds, for a look in between: under a minute. Otherwise fifteen long ones.",
        };

        private readonly Option<string> _only = new Option<string>("--only")
        {
            Description = "Only tables that have this in their title.",
        };

        private readonly Option<DirectoryInfo> _output = new Option<DirectoryInfo>("--output")
        {
            Description = "The folder for the table, the JSON file and the chart.",
            DefaultValueFactory = _ => Artifacts.Folder(),
        };

        private readonly Option<FileInfo[]> _publish = new Option<FileInfo[]>("--publish")
        {
            Description = "Puts the results into the READMEs, behind those of devices: each file has what Benchmarks.nfproj printed "
                + "on one, a chip first.",
        };

        public int Run(string[] arguments)
        {
            RootCommand command = new RootCommand(
                "Measures the executor beside what one would write instead, and holds both against the goals. "
                + "The exit code tells only of garbage and of ratios worse than twice their goal.")
            {
                _quick,
                _only,
                _output,
                _publish,
            };
            command.SetAction(Act);
            return command.Parse(arguments).Invoke();
        }

        private int Act(ParseResult given)
        {
            DateTime date = DateTime.UtcNow.Date;
            Stopwatch time = Stopwatch.StartNew();
            Console.WriteLine(Target.Kind + ", " + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            WarmUp.FillCastCache();
            Report report = new Report(Suite.Parts, given.GetValue(_only));
            new Suite(given.GetValue(_quick) ? Effort.Quick() : Effort.Full(), report).Run();
            try
            {
                Artifacts artifacts = new Artifacts(given.GetValue(_output), report, date);
                artifacts.WriteTable();
                artifacts.WriteJson();
                artifacts.WriteChart();
                if (given.GetValue(_publish) is { Length: > 0 } devices)
                {
                    artifacts.Publish(devices);
                }
            }
            catch (Exception e) when (e is IOException || e is InvalidDataException)
            {
                Console.Error.WriteLine(e.Message);
                return CannotWrite;
            }

            Console.WriteLine();
            Console.WriteLine(
                report.Missed + " goals missed, " + report.FarOff + " far off, " + (int)time.Elapsed.TotalSeconds + " s; "
                + "table, figures and chart are in " + given.GetValue(_output));
            return report.FarOff == 0 ? Reached : FarOff;
        }
    }
}
