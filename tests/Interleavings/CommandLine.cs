using System.CommandLine;
using NanoExecutor.Interleavings.Building;
using NanoExecutor.Interleavings.Runs;

namespace NanoExecutor.Interleavings
{
    /// <summary>What the program takes, and what it does with it.</summary>
    internal sealed class CommandLine
    {
        private const int Good = 0;
        private const int Bad = 1;
        private const int CannotTell = 2;

        private readonly Option<string[]> _scenarios = new("--scenario")
        {
            Description = "Only these scenarios.",
            AllowMultipleArgumentsPerToken = true,
        };

        private readonly Option<string[]> _variants = new("--variant")
        {
            Description = "Only these builds: device, x64, arm64. The library as it is: device and arm64.",
            AllowMultipleArgumentsPerToken = true,
        };

        private readonly Option<string[]> _mutants = new("--mutant")
        {
            Description = "Only these mutants, and not the library as it is; 'none' for no mutant.",
            AllowMultipleArgumentsPerToken = true,
        };

        private readonly Option<string> _replay = new("--replay")
        {
            Description = "Prints one schedule again, of a scenario in one variant and one mutant or none.",
        };

        private readonly Option<int> _preemptions = new("--preemptions")
        {
            Description = "Interruptions of actors that could go on, at the most, in the depth-first search.",
            DefaultValueFactory = _ => 3,
        };

        private readonly Option<int> _random = new("--random")
        {
            Description = "Schedules with any number of interruptions to draw by lot for each scenario.",
            DefaultValueFactory = _ => 1000,
        };

        private readonly Option<int> _seed = new("--seed")
        {
            Description = "Of the lot.",
            DefaultValueFactory = _ => 1,
        };

        private readonly Option<int> _workers = new("--workers")
        {
            Description = "Scenarios to explore at once.",
            DefaultValueFactory = _ => Math.Min(Environment.ProcessorCount, 4),
        };

        private readonly Option<bool> _list = new("--list")
        {
            Description = "Lists the scenarios and the mutants.",
        };

        public int Run(string[] arguments)
        {
            RootCommand command = new("Explores all schedules of the library's cross-thread code, within a bound.")
            {
                _scenarios, _variants, _mutants, _replay, _preemptions, _random, _seed, _workers, _list,
            };
            command.SetAction(Act);
            return command.Parse(arguments).Invoke();
        }

        private int Act(ParseResult given)
        {
            try
            {
                Selection selection = new(
                    given.GetValue(_scenarios) ?? [], given.GetValue(_variants) ?? [], given.GetValue(_mutants) ?? []);
                if (given.GetValue(_list))
                {
                    Listing.Write(selection, Console.Out);
                    return Good;
                }

                if (given.GetValue(_replay) is { } schedule)
                {
                    return new ReplayRun(selection, Console.Out).Run(schedule) ? Good : Bad;
                }

                Limits limits = new(given.GetValue(_preemptions), given.GetValue(_random), given.GetValue(_seed));
                return new FullRun(selection, limits, given.GetValue(_workers), Console.Out).Run() ? Good : Bad;
            }
            catch (ToolException exception)
            {
                Console.Error.WriteLine(exception.Message);
                return CannotTell;
            }
        }
    }
}
