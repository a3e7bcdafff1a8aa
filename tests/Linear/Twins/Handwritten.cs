using System.Reflection;

namespace NanoExecutor.LinearProof
{
    /// <summary>The programs of the folder Programs: one for each construct.</summary>
    internal static class Handwritten
    {
        /// <summary>Ways to run each; enough that every path is taken, every Await cancelled.</summary>
        public const int Scenarios = 200;

        private const string Prefix = "program/";

        public static IReadOnlyList<ProgramSource> All()
        {
            Assembly assembly = Assembly.GetExecutingAssembly();
            return [.. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new ProgramSource(name[Prefix.Length..], Read(assembly, name)))];
        }

        private static string Read(Assembly assembly, string name)
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
