using System.CommandLine;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak
{
    /// <summary>An invariant does not hold.</summary>
    internal sealed class BrokenException(string what) : Exception(what)
    {
        /// <summary>Throws unless something holds.</summary>
        /// <param name="holds">What has to hold.</param>
        /// <param name="who">Whose invariant it is.</param>
        /// <param name="what">What is broken if it does not.</param>
        public static void Unless(bool holds, object who, string what)
        {
            if (!holds)
            {
                throw new BrokenException($"{who}: {what}");
            }
        }
    }

    /// <summary>Random numbers that follow from a seed alone, on every runtime: SplitMix64.</summary>
    internal sealed class Chance(ulong seed)
    {
        private ulong _state = seed;

        /// <summary>0 to one less.</summary>
        public int Below(int limit)
        {
            return (int)(Next() % (ulong)limit);
        }

        /// <summary>From one number to another, both included.</summary>
        public int Between(int least, int most)
        {
            return least + Below(most - least + 1);
        }

        /// <summary>True once in so many times.</summary>
        public bool OneIn(int times)
        {
            return Below(times) == 0;
        }

        /// <summary>
        /// A duration between two, µs, as often short as long: each doubling is as likely as the next.
        /// </summary>
        public long Duration(long shortest, long longest)
        {
            double part = (Next() >> 11) / (double)(1L << 53);
            return (long)(shortest * Math.Pow((double)longest / shortest, part));
        }

        private ulong Next()
        {
            ulong mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

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
