using System.Reflection;

namespace NanoExecutor.Repository
{
    /// <summary>The files of the repository that is tested.</summary>
    internal static class Checkout
    {
        public static string Root { get; } = typeof(Checkout).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(a => a.Key == "Root").Value!;

        public static IEnumerable<string> DeviceProjects =>
            Directory.GetDirectories(Root).SelectMany(d => Directory.GetFiles(d, "*.nfproj")).Order(StringComparer.Ordinal);

        public static string Text(string path)
        {
            return File.ReadAllText(Path.Combine(Root, path));
        }
    }
}
