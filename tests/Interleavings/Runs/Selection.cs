using NanoExecutor.Interleavings.Building;

namespace NanoExecutor.Interleavings.Runs
{
    /// <summary>Writes what there is to explore.</summary>
    internal static class Listing
    {
        internal static void Write(Selection selection, TextWriter output)
        {
            ExploredBuild build = selection.Build(selection.Variants[0], null);
            output.WriteLine("Scenarios");
            foreach (IGrouping<string, string> cases in selection.Scenarios.GroupBy(name => name.Split(':')[0]))
            {
                Scenario scenario = build.Maker(cases.First())();
                output.WriteLine($"  {cases.Key}: {scenario.About}");
                output.WriteLine($"      {scenario.Proves}");
                foreach (string name in cases.Where(name => name != cases.Key))
                {
                    output.WriteLine($"      {name}");
                }
            }

            output.WriteLine();
            output.WriteLine("Mutants");
            foreach (Mutant mutant in selection.Mutants)
            {
                output.WriteLine($"  {mutant.Name}");
                output.WriteLine($"    {mutant.Breaks}");
                string variants = string.Join(", ", mutant.Variants.Select(one => one.Name));
                output.WriteLine($"    on {variants}: {string.Join(", ", mutant.Scenarios)}");
            }
        }
    }

    /// <summary>What the command line asks for. All of it, if it names nothing.</summary>
    internal sealed class Selection
    {
        private const string None = "none";

        private readonly LibraryCompiler _compiler = new();
        private readonly Dictionary<string, ExploredBuild> _asItIs = [];
        private readonly string[] _scenarios;

        internal Selection(string[] scenarios, string[] variants, string[] mutants)
        {
            _scenarios = scenarios;
            Variants = variants.Length == 0 ? Variant.Usual : [.. variants.Select(Variant.Named)];
            MutantVariants = variants.Length == 0 ? Variant.All : Variants;
            Mutant[] all = Mutant.ReadAll();
            NamesMutants = mutants.Length > 0;
            AsItIs = mutants.Length == 0 || mutants[0] == None;
            Mutant[] asked = mutants.Length == 0 ? all
                : mutants[0] == None ? []
                : [.. mutants.Select(name => Array.Find(all, one => one.Name == name)
                    ?? throw new ToolException($"There is no mutant {name}; --list lists them."))];
            Mutants = [.. asked.Where(Fits)];
        }

        /// <summary>Builds of the library.</summary>
        internal Variant[] Variants { get; }

        /// <summary>Builds of mutants.</summary>
        internal Variant[] MutantVariants { get; }

        /// <summary>Mutants that fit the code.</summary>
        internal Mutant[] Mutants { get; }

        /// <summary>What is wrong with the mutants that do not fit the code any more.</summary>
        internal List<string> Misfits { get; } = [];

        /// <summary>
        /// Whether some mutants were asked for by name, so that the schedules that fail there are wanted.
        /// </summary>
        internal bool NamesMutants { get; }

        /// <summary>Whether the library is explored as it is.</summary>
        internal bool AsItIs { get; }

        /// <summary>The scenarios asked for, by name, each with all of its cases.</summary>
        internal string[] Scenarios
        {
            get
            {
                ExploredBuild build = Build(Variants[0], null);
                return _scenarios.Length == 0 ? [.. build.Scenarios] : [.. _scenarios.SelectMany(build.Named)];
            }
        }

        /// <summary>Scenarios that have to notice a mutant, of those asked for.</summary>
        internal string[] ScenariosFor(Mutant mutant, ExploredBuild build)
        {
            return [.. (_scenarios.Length == 0 ? mutant.Scenarios : _scenarios).SelectMany(build.Named)];
        }

        /// <summary>A build of the library. Any thread.</summary>
        internal ExploredBuild Build(Variant variant, Mutant? mutant)
        {
            if (mutant != null)
            {
                return ExploredBuild.Load(_compiler.Compile(variant, mutant));
            }

            string symbols = string.Join(' ', variant.Symbols);
            lock (_asItIs)
            {
                if (!_asItIs.TryGetValue(symbols, out ExploredBuild? build))
                {
                    build = ExploredBuild.Load(_compiler.Compile(variant, null));
                    _asItIs.Add(symbols, build);
                }

                return build;
            }
        }

        // Whoever has just changed the library wants to hear of the library first.
        private bool Fits(Mutant mutant)
        {
            try
            {
                _compiler.Check(mutant);
                return true;
            }
            catch (ToolException exception) when (!NamesMutants)
            {
                Misfits.Add(exception.Message);
                return false;
            }
        }
    }
}
