using System.CommandLine;

namespace NanoExecutor.Monitoring
{
    /// <summary>The command line of the Monitor.</summary>
    internal static class Program
    {
        private const int Done = 0;
        private const int WrongOptions = 1;
        private const int CannotRead = 2;
        private const string ProgramFollows = "--";

        private static readonly Argument<string> _file = new("file")
        {
            Description = "A file with the output of a board; - for standard input.",
            Arity = ArgumentArity.ZeroOrOne,
        };

        private static readonly Option<string> _port = new("--port")
        {
            Description = "The serial port of the board.",
            HelpName = "NAME",
        };

        private static readonly Option<int> _baud = new("--baud")
        {
            Description = "Its speed in baud.",
            DefaultValueFactory = _ => 115200,
        };

        private static readonly Option<double?> _seconds = new("--seconds")
        {
            Description = "Stop after this many seconds. Without it: at the end of the input, or on q or Ctrl-C.",
            HelpName = "N",
        };

        /// <summary>Watches a board.</summary>
        /// <param name="args">See --help; a program to start, with its arguments, follows a "--".</param>
        /// <returns>0 when the input is over or it was stopped, 1 for a wrong option, 2 for an input that cannot be read.</returns>
        internal static int Main(string[] args)
        {
            int end = Array.IndexOf(args, ProgramFollows);
            string[] program = end < 0 ? [] : args[(end + 1)..];
            RootCommand command = new(
                "Shows what the tasks of a board do, by the trace among its output. The output comes from a serial port, a file, "
                + "standard input, or a program to start: its command follows after --.");
            command.Arguments.Add(_file);
            command.Options.Add(_port);
            command.Options.Add(_baud);
            command.Options.Add(_seconds);
            command.SetAction(options => Run(options, program));
            return command.Parse(end < 0 ? args : args[..end]).Invoke();
        }

        private static int Run(ParseResult options, string[] program)
        {
            string port = options.GetValue(_port);
            string file = options.GetValue(_file);
            if ((port == null ? 0 : 1) + (file == null ? 0 : 1) + (program.Length == 0 ? 0 : 1) != 1)
            {
                Console.Error.WriteLine("Give one input: --port NAME, a file, - for standard input, or -- and a program to start.");
                return WrongOptions;
            }

            try
            {
                using BoardInput input = port != null ? BoardInput.Port(port, options.GetValue(_baud))
                    : file != null ? BoardInput.File(file) : BoardInput.Program(program);
                Session.Run(input, options.GetValue(_seconds));
                return Done;
            }
            catch (IOException exception)
            {
                Console.Error.WriteLine(exception.Message);
                return CannotRead;
            }
        }
    }
}
