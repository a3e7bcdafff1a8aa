using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.Repository
{
    [TestClass]
    public class DeviceCompileTests
    {
        [TestMethod]
        public void Build_leavesAnAssemblyOfEveryDeviceProject()
        {
            string[] missing = [.. Checkout.DeviceProjects.Where(p => !HasAssembly(p)).Select(p => Path.GetFileName(p))];

            Assert.IsEmpty(missing, "the device compile did not build " + string.Join(", ", missing));
        }

        [TestMethod]
        public void Assemblies_areNotOlderThanTheirSources()
        {
            foreach (string project in Checkout.DeviceProjects)
            {
                string folder = Path.GetDirectoryName(project)!;
                string props = File.ReadAllText(Path.ChangeExtension(project, ".props"));
                DateTime newest = Sources(props).Max(s => File.GetLastWriteTimeUtc(Path.Combine(folder, s)));

                Assert.IsGreaterThanOrEqualTo(newest, Assemblies(project).Max(File.GetLastWriteTimeUtc), project);
            }
        }

        [TestMethod]
        public void Solution_buildsEveryDeviceProjectInTheConfigurationDevice()
        {
            string solution = Checkout.Text("nf.sln");
            foreach (string project in Checkout.DeviceProjects)
            {
                string guid = Between(File.ReadAllText(project), "<ProjectGuid>", "</ProjectGuid>");

                Assert.Contains(guid + ".Device|Any CPU.Build.0", solution, Path.GetFileName(project));
            }
        }

        [TestMethod]
        public void Solution_givesEachProjectAGuidOfItsOwn()
        {
            string[] twice = [.. Checkout.Text("nf.sln").Split('\n')
                .Where(l => l.StartsWith("Project(", StringComparison.Ordinal))
                .GroupBy(l => l.Trim().Split(' ').Last())
                .Where(g => g.Count() > 1)
                .SelectMany(g => g)];

            Assert.IsEmpty(twice, "one of two projects with the same GUID is not built: " + string.Join("; ", twice));
        }

        private static bool HasAssembly(string project)
        {
            return Directory.Exists(Output(project)) && Assemblies(project).Any();
        }

        private static string[] Assemblies(string project)
        {
            return [.. Directory.GetFiles(Output(project)).Where(f => f.EndsWith(".dll", StringComparison.Ordinal)
                || f.EndsWith(".exe", StringComparison.Ordinal))];
        }

        private static string Output(string project)
        {
            return Path.Combine(Checkout.Root, "artifacts", "device", Path.GetFileNameWithoutExtension(project));
        }

        private static IEnumerable<string> Sources(string props)
        {
            return props.Split("<Compile Include=\"").Skip(1).Select(s => s[..s.IndexOf('"', StringComparison.Ordinal)]);
        }

        private static string Between(string text, string start, string end)
        {
            int at = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
            return text[at..text.IndexOf(end, at, StringComparison.Ordinal)];
        }
    }
}
