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

        private readonly Type[] _scenarios;

        private ExploredBuild(Assembly scenarios)
        {
            _scenarios = [.. scenarios.GetTypes()
                .Where(type => !type.IsAbstract && typeof(Scenario).IsAssignableFrom(type))
                .OrderBy(type => type.FullName, StringComparer.Ordinal)];
        }

        /// <summary>Names of all scenarios.</summary>
        internal IEnumerable<string> Scenarios => _scenarios.Select(type => type.Name);

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

        /// <summary>Makes new instances of a scenario.</summary>
        internal Func<Scenario> Maker(string name)
        {
            Type type = Array.Find(_scenarios, type => type.Name == name)
                ?? throw new ToolException($"There is no scenario {name}.");
            return () => (Scenario)Activator.CreateInstance(type)!;
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
