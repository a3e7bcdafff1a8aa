using System.CommandLine;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak
{
    /// <summary>What the program takes.</summary>
    internal sealed class CommandLine
    {
        private readonly Option<ulong?> _seed = new("--seed")
        {
            Description = "All that is random follows from it. None: one that differs each time, which is printed.",
        };

        private readonly Option<int> _minutes = new("--minutes")
        {
            Description = "Simulated minutes of each run.",
            DefaultValueFactory = _ => 60,
        };

        private readonly Option<int> _tasks = new("--tasks")
        {
            Description = "Tasks in each run. None: 64, or a few in a small world, as the seed says.",
            DefaultValueFactory = _ => 0,
        };

        private readonly Option<int> _runs = new("--runs")
        {
            Description = "Runs, each with the seed after the last one's.",
            DefaultValueFactory = _ => 1,
        };

        public int Invoke(string[] arguments)
        {
            RootCommand command = new("Soaks the executor and its futures in simulated time.")
            {
                _seed, _minutes, _tasks, _runs,
            };
            command.SetAction(Act);
            return command.Parse(arguments).Invoke();
        }

        private int Act(ParseResult given)
        {
            ulong seed = given.GetValue(_seed) ?? (ulong)Random.Shared.Next();
            int runs = given.GetValue(_runs);
            for (int run = 0; run < runs; run++)
            {
                Options options = new(seed + (ulong)run, given.GetValue(_minutes), given.GetValue(_tasks));
                Console.WriteLine($"seed {options.Seed}");
                try
                {
                    Console.WriteLine(new Run(options).Soak());
                }
                catch (BrokenException e)
                {
                    Console.Error.WriteLine($"broken: {e.Message}");
                    return 1;
                }
            }

            Console.WriteLine($"{runs} of {runs} runs keep every invariant");
            return 0;
        }
    }
}
