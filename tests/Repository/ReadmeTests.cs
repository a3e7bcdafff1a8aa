using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.Repository
{
    [TestClass]
    public partial class ReadmeTests
    {
        [TestMethod]
        public void Readme_listsEveryPackageThatTheDeviceProjectsNeed()
        {
            string readme = Checkout.Text("README.md");
            foreach ((string id, string version) in DevicePackages())
            {
                Assert.Contains($"{id} {version}", readme, "an offline feed has to hold it");
            }
        }

        [TestMethod]
        [DataRow("README.md")]
        [DataRow("CONTRIBUTING.md")]
        [DataRow("boards/README.md")]
        [DataRow("lib/Generator/README.md")]
        [DataRow("tests/AllocationProof/README.md")]
        [DataRow("tests/Benchmarks/README.md")]
        [DataRow("tests/Interleavings/README.md")]
        [DataRow("tests/Linear/README.md")]
        [DataRow("tests/Soak/README.md")]
        public void Links_leadToFiles(string page)
        {
            string folder = Path.GetDirectoryName(Path.Combine(Checkout.Root, page))!;
            foreach (string link in Link().Matches(Checkout.Text(page)).Select(m => m.Groups[1].Value))
            {
                string target = Path.Combine(folder, link);

                Assert.IsTrue(File.Exists(target) || Directory.Exists(target), $"{page} links to {link}");
            }
        }

        private static IEnumerable<(string Id, string Version)> DevicePackages()
        {
            foreach (string config in Directory.GetFiles(Checkout.Root, "packages*.config", Children))
            {
                foreach (XElement package in XDocument.Load(config).Descendants("package"))
                {
                    yield return ((string)package.Attribute("id")!, (string)package.Attribute("version")!);
                }
            }

            string targets = Checkout.Text("boards/Build/Packages.targets");
            yield return (
                "nanoFramework.Tools.MetadataProcessor.MsBuildTask",
                ProcessorVersion().Match(targets).Groups[1].Value);
        }

        private static EnumerationOptions Children => new() { RecurseSubdirectories = true, MaxRecursionDepth = 1 };

        [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
        private static partial Regex Link();

        [GeneratedRegex(@"<MetadataProcessorVersion[^>]*>([\d.]+)<")]
        private static partial Regex ProcessorVersion();
    }
}
