using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>The command line of the node on the desktop.</summary>
    public static class Program
    {
        private const int Done = 0;
        private const int ScriptError = 2;
        private const int OutputError = 3;
        private const double LongestRun = 1000000000;
        private const double DefaultVirtualSeconds = 60;

        private static readonly Option<double?> _seconds = new Option<double?>("--seconds")
        {
            Description = "Stop after this many seconds. Without it: live until q or Ctrl-C, virtual for 60.",
            HelpName = "N",
            CustomParser = ParseSeconds,
        };

        private static readonly Option<bool> _virtual = new Option<bool>("--virtual")
        {
            Description = "Simulated time: as fast as it goes, and the same way each time.",
        };

        private static readonly Option<string> _script = new Option<string>("--script")
        {
            Description = "Inputs, a line each: time event value. See firmware/sample.script.",
            HelpName = "FILE",
        };

        private static readonly Option<bool> _plain = new Option<bool>("--plain")
        {
            Description = "Lines instead of the live view, on a terminal too.",
        };

        private static readonly Option<bool> _trace = new Option<bool>("--trace")
        {
            Description = "Lines, and among them frames of what the executor does, for firmware/Monitor.",
        };

        /// <summary>Runs the node.</summary>
        /// <param name="args">See --help.</param>
        /// <returns>
        /// 0 when it has run and was stopped, 1 for a wrong option, 2 for a script that cannot be used, 3 for an output
        /// that cannot be written.
        /// </returns>
        public static int Main(string[] args)
        {
            RootCommand command = new RootCommand("The NanoExecutor demo: a greenhouse node on the desktop.");
            command.Options.Add(_seconds);
            command.Options.Add(_virtual);
            command.Options.Add(_script);
            command.Options.Add(_plain);
            command.Options.Add(_trace);
            command.SetAction(Run);
            return command.Parse(args).Invoke();
        }

        private static double? ParseSeconds(ArgumentResult argument)
        {
            string word = argument.Tokens[0].Value;
            double seconds;
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds)
                && seconds > 0
                && seconds <= LongestRun)
            {
                return seconds;
            }

            argument.AddError("--seconds is '" + word + "'; give a number above 0, up to 1000000000.");
            return null;
        }

        private static int Run(ParseResult options)
        {
            bool isVirtual = options.GetValue(_virtual);
            double? seconds = options.GetValue(_seconds) ?? (isVirtual ? DefaultVirtualSeconds : null);
            long duration = seconds.HasValue ? ToTime(seconds.Value) : long.MaxValue;
            Script script;
            try
            {
                script = ScriptFile.Read(options.GetValue(_script));
            }
            catch (ScriptException exception)
            {
                Console.Error.WriteLine(exception.Message);
                return ScriptError;
            }

            string ignored = script.IgnoredFrom(duration);
            if (ignored != null)
            {
                Console.Error.WriteLine(ignored);
            }

            bool traces = options.GetValue(_trace);
            WarmUp.Do();
            using (StreamOutput output = StreamOutput.OfProcess())
            {
                NodeRun run = isVirtual
                    ? RunVirtual(script, duration, seconds.Value, output, traces)
                    : RunLive(script, duration, traces || options.GetValue(_plain), output, traces);
                output.WriteText(run.Totals());
                return ExitCode(output);
            }
        }

        private static NodeRun RunVirtual(Script script, long duration, double seconds, StreamOutput output, bool traces)
        {
            output.WriteText(
                string.Format(CultureInfo.InvariantCulture, "greenhouse node, {0} simulated seconds\n", seconds));
            return VirtualSession.Run(script, duration, output, traces);
        }

        private static NodeRun RunLive(Script script, long duration, bool isPlain, StreamOutput output, bool traces)
        {
            Terminal terminal = Terminal.OfProcess();
            if (!isPlain && terminal.WhyNoView == null)
            {
                return LiveSession.RunWithView(script, duration, output, terminal);
            }

            bool isAsked = isPlain || Console.IsOutputRedirected;
            string why = isAsked ? string.Empty : "; only lines, since " + terminal.WhyNoView;
            output.WriteText("greenhouse node, live" + why + "\n");
            output.WriteText(terminal.HasKeys ? Keys.Help + "\n" : "Ctrl-C stops it\n");
            return LiveSession.RunPlain(script, duration, output, terminal, traces);
        }

        private static int ExitCode(StreamOutput output)
        {
            if (output.Failure == null || output.HasNoReader)
            {
                return Done;
            }

            Console.Error.WriteLine("The output cannot be written: " + output.Failure.Message);
            return OutputError;
        }

        // A shorter time than the clock can tell is its shortest.
        private static long ToTime(double seconds)
        {
            return Math.Max(1, (long)(seconds * Duration.Second));
        }
    }
}
