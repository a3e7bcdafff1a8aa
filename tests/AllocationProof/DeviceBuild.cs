using System.Reflection;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof
{
    /// <summary>Where the device compile of this repository, tests/DeviceProfile, leaves its assemblies.</summary>
    internal static class DeviceBuild
    {
        private static string ReferenceFolder => Path.Combine(Metadata("Artifacts"), "device-references");

        /// <summary>Every device assembly of the library, the boards and the firmware.</summary>
        public static string[] Assemblies()
        {
            string folder = Path.Combine(Metadata("Artifacts"), "device");
            string[] projects = Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];
            string[] found = [.. projects.Where(IsShipped).SelectMany(OwnAssembly).Order(StringComparer.Ordinal)];
            return found.Length > 0
                ? found
                : throw new ProofException(
                    $"{folder} holds no device assembly; "
                    + "build tests/DeviceProfile/DeviceCompile.csproj, or name the assemblies.");
        }

        /// <summary>What those were compiled against: the assemblies of nanoFramework, or stand-ins for them.</summary>
        public static IEnumerable<string> References()
        {
            return Directory.Exists(ReferenceFolder) ? [ReferenceFolder] : [];
        }

        /// <summary>The mscorlib of nanoFramework.</summary>
        public static byte[] CoreLibrary()
        {
            string path = Path.Combine(ReferenceFolder, "mscorlib.dll");
            return File.Exists(path)
                ? File.ReadAllBytes(path)
                : throw new ProofException($"There is no {path}; build tests/DeviceProfile/DeviceCompile.csproj.");
        }

        private static bool IsShipped(string folder)
        {
            string project = Path.GetFileName(folder) + ".nfproj";
            string tests = Path.Combine(Metadata("Repository"), "tests");
            return Directory.GetFiles(tests, project, SearchOption.AllDirectories).Length == 0;
        }

        private static string[] OwnAssembly(string folder)
        {
            return [.. Directory.GetFiles(folder, "*.dll"), .. Directory.GetFiles(folder, "*.exe")];
        }

        private static string Metadata(string key)
        {
            return typeof(DeviceBuild).Assembly
                .GetCustomAttributes<AssemblyMetadataAttribute>()
                .First(a => a.Key == key).Value!;
        }
    }
}
