using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.IO;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>The command line of the node on the desktop.</summary>
    public static class Program
    {
        private const int UsageError = 2;
        private const double LongestRun = 1000000000;
        private const double DefaultVirtualSeconds = 60;

        private static readonly Option<double?> _seconds = new Option<double?>("--seconds")
        {
            Description = "Stop after this many seconds. Without it: live until Ctrl-C, virtual for 60.",
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

        /// <summary>Runs the node.</summary>
        /// <param name="args">See --help.</param>
        /// <returns>
        /// 0 when it has run and was stopped, 1 for a wrong option, 2 for a script that cannot be used.
        /// </returns>
        public static int Main(string[] args)
        {
            RootCommand command = new RootCommand("The NanoExecutor demo: a greenhouse node on the desktop.");
            command.Options.Add(_seconds);
            command.Options.Add(_virtual);
            command.Options.Add(_script);
            command.Options.Add(_plain);
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
            Script script;
            try
            {
                script = ReadScript(options.GetValue(_script));
            }
            catch (Exception exception) when (
                exception is ScriptException || exception is IOException || exception is UnauthorizedAccessException)
            {
                Console.Error.WriteLine(exception.Message);
                return UsageError;
            }

            WarmUp.Do();
            NodeRun run = Run(script, options.GetValue(_seconds), options);
            run.WriteTotals(Console.Out);
            return 0;
        }

        private static NodeRun Run(Script script, double? seconds, ParseResult options)
        {
            if (options.GetValue(_virtual))
            {
                double time = seconds ?? DefaultVirtualSeconds;
                using (Stream stream = Console.OpenStandardOutput())
                {
                    Output output = new StreamOutput(
                        stream, string.Format(CultureInfo.InvariantCulture, "greenhouse node, {0} simulated seconds", time));
                    return VirtualSession.Run(script, ToTime(time), output);
                }
            }

            long end = seconds.HasValue ? ToTime(seconds.Value) : long.MaxValue;
            if (View.IsPossible && !options.GetValue(_plain))
            {
                return LiveSession.RunWithView(script, end);
            }

            using (Stream stream = Console.OpenStandardOutput())
            {
                return LiveSession.RunPlain(script, end, new StreamOutput(stream, "greenhouse node, live; Ctrl-C stops it"));
            }
        }

        private static Script ReadScript(string path)
        {
            if (path == null)
            {
                return new Script();
            }

            using (StreamReader reader = new StreamReader(path))
            {
                return Script.Read(reader, path);
            }
        }

        private static long ToTime(double seconds)
        {
            return (long)(seconds * Duration.Second);
        }
    }
}
