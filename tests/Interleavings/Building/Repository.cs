using System.Reflection;

namespace NanoExecutor.Interleavings.Building
{
    /// <summary>Where the sources are.</summary>
    internal static class Repository
    {
        private static string Root { get; } = typeof(Repository).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Repository").Value!;

        internal static string Mutants { get; } = Path.Combine(Root, "tests", "Interleavings", "Mutants");

        /// <summary>
        /// The sources of the library, by their path from the top of the repository, with forward slashes.
        /// </summary>
        internal static IReadOnlyDictionary<string, string> LibrarySources()
        {
            string library = Path.Combine(Root, "lib");
            SortedDictionary<string, string> sources = new(StringComparer.Ordinal);
            foreach (string file in Directory.EnumerateFiles(library, "*.cs", SearchOption.AllDirectories))
            {
                string path = Path.GetRelativePath(Root, file).Replace('\\', '/');
                if (!IsBuiltElsewhere(path))
                {
                    sources.Add(path, File.ReadAllText(file));
                }
            }

            return sources.Count > 0 ? sources : throw new ToolException("There are no sources in lib/.");
        }

        private static bool IsBuiltElsewhere(string path)
        {
            return path.StartsWith("lib/Generator/", StringComparison.Ordinal) || path.Contains("/obj/")
                || path.Contains("/bin/");
        }
    }
}
