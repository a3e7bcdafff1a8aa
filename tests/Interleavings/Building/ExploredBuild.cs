using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using NanoExecutor.Interleavings.Rewriting;

namespace NanoExecutor.Interleavings.Building
{
    /// <summary>One build of the library and the scenarios beside it, rewritten and loaded.</summary>
    internal sealed class ExploredBuild
    {
        private const string ScenarioAssembly = "Interleavings.Scenarios";

        private static readonly Lock Loading = new();

        private readonly ScenarioCase[] _cases;

        private ExploredBuild(Assembly scenarios)
        {
            _cases = [.. scenarios.GetTypes()
                .Where(type => !type.IsAbstract && typeof(Scenario).IsAssignableFrom(type))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)
                .SelectMany(ScenarioCase.Of)];
        }

        /// <summary>Names of all scenarios, one for each of their cases.</summary>
        internal IEnumerable<string> Scenarios => _cases.Select(one => one.Name);

        internal static ExploredBuild Load(byte[] library)
        {
            lock (Loading)
            {
                using AssemblyRewriter rewriter = new();
                byte[] rewritten = rewriter.Rewrite(library);
                byte[] scenarios = rewriter.Rewrite(
                    File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, ScenarioAssembly + ".dll")));
                Context context = new();
                Assembly one = context.LoadFromStream(new MemoryStream(rewritten));
                Assembly two = context.LoadFromStream(new MemoryStream(scenarios));
                foreach (Type type in one.GetTypes().Concat(two.GetTypes()))
                {
                    RuntimeHelpers.RunClassConstructor(type.TypeHandle);
                }

                return new ExploredBuild(two);
            }
        }

        /// <summary>The names of all cases of a scenario, or of the one that is named.</summary>
        internal string[] Named(string name)
        {
            string[] found = [.. _cases.Where(one => one.Name == name || one.Scenario == name).Select(one => one.Name)];
            return found.Length > 0 ? found
                : throw new ToolException($"There is no scenario {name}; --list lists them.");
        }

        /// <summary>Makes new instances of a scenario.</summary>
        internal Func<Scenario> Maker(string name)
        {
            ScenarioCase found = Array.Find(_cases, one => one.Name == name)
                ?? throw new ToolException($"There is no scenario {name}; --list lists them.");
            return found.Make;
        }

        private sealed class Context() : AssemblyLoadContext("explored")
        {
            // The engine comes from outside; the library and the scenarios find each other here.
            protected override Assembly? Load(AssemblyName name)
            {
                return Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
            }
        }
    }
}
