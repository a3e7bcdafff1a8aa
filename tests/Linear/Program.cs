using System.CommandLine;

namespace NanoExecutor.LinearProof
{
    /// <summary>The command line. README.md has what it prints.</summary>
    internal static class Program
    {
        private static int Main(string[] args)
        {
            Option<int> count = new("--count") { Description = "Random programs to make.", DefaultValueFactory = _ => 2000 };
            Option<int> seed = new("--seed") { Description = "The first program; each has the seed after the one before.", DefaultValueFactory = _ => 1 };
            Option<int> scenarios = new("--scenarios") { Description = "Ways each program is run.", DefaultValueFactory = _ => 3 };
            Option<int> jobs = new("--jobs") { Description = "Batches at the same time.", DefaultValueFactory = _ => Environment.ProcessorCount };
            Option<int?> show = new("--show") { Description = "Print the program of this seed, what it becomes and what it does; run nothing else." };
            Option<int> mutations = new("--mutations") { Description = "Give the generator so many mutated bodies; run nothing else." };
            RootCommand command = new("Proves that linear code does what the compiler's own async code does.")
            {
                count, seed, scenarios, jobs, show, mutations,
            };
            command.SetAction(parsed => parsed.GetValue(show) is int one ? Show.Run(one)
                : parsed.GetValue(mutations) is > 0 and int bodies ? Mutate(parsed.GetValue(seed), bodies)
                : new Proof(parsed.GetValue(seed), parsed.GetValue(count), parsed.GetValue(scenarios), parsed.GetValue(jobs)).Run());
            return command.Parse(args).Invoke();
        }

        private static int Mutate(int seed, int count)
        {
            Mutations mutations = new(seed);
            string? wrong = mutations.Run(count);
            Console.WriteLine(wrong ?? $"{mutations.Made} mutated bodies, {mutations.Lowered} of them lowered, the others refused.");
            return wrong == null ? 0 : 1;
        }
    }
}
