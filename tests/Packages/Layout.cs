using System.IO.Compression;
using System.Xml.Linq;

namespace NanoExecutor.Packages
{
    /// <summary>What is in the packages, against what is in nanoFramework's own: nanoFramework.CoreLibrary.</summary>
    internal static class Layout
    {
        private static readonly string[] _device =
            ["NanoExecutor", "NanoExecutor.Boards.NanoClr", "NanoExecutor.Boards.Esp32", "NanoExecutor.Boards.Virtual"];

        private static readonly string[] _desktop =
            ["NanoExecutor", "NanoExecutor.Boards.Virtual", "NanoExecutor.Boards.Desktop"];

        private static readonly string[] _libraries = [.. _device.Union(_desktop)];

        // Without the metadata processor, which makes them, there are none.
        private static readonly string[] _processed = [".pe", ".pdbx"];

        public static void Check(Checks checks)
        {
            using ZipArchive core = ZipFile.OpenRead(CoreLibrary());
            foreach (string id in _device)
            {
                checks.That($"{id} has each kind of file in lib that CoreLibrary has", () => HasKindsOf(core, id));
            }

            foreach (string id in _libraries)
            {
                checks.That($"{id} says in its nuspec all that CoreLibrary says", () => SaysWhat(core, id));
                checks.That($"{id} has the licence, the icon and a README without relative links", () => HasPages(id));
                checks.That($"{id} has symbols", () => HasSymbols(id));
            }

            foreach (string id in _desktop)
            {
                checks.That($"{id} has its net10.0 half with comments", () =>
                    Has(id, $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"));
            }

            checks.That("NanoExecutor has the generator, and what gives it to an .nfproj", () => Has(
                "NanoExecutor", "analyzers/dotnet/cs/NanoExecutor.Generator.dll", "build/netnano1.0/NanoExecutor.targets"));
        }

        private static void HasKindsOf(ZipArchive core, string id)
        {
            using ZipArchive package = ZipFile.OpenRead(Workplace.Package(id));
            bool isProcessed = package.Entries.Any(e => e.Name == id + ".pe");
            string[] wanted = [.. core.Entries.Where(e => e.FullName.StartsWith("lib/", StringComparison.Ordinal))
                .Select(e => Path.GetExtension(e.Name))
                .Where(k => isProcessed || !_processed.Contains(k))];
            string[] missing = [.. wanted.Where(k => package.GetEntry($"lib/netnano1.0/{id}{k}") == null)];
            CheckException.Unless(missing.Length == 0, "there is no " + string.Join(", ", missing));
        }

        private static void SaysWhat(ZipArchive core, string id)
        {
            XElement[] said = [.. Metadata(Workplace.Package(id))];
            string[] empty = ["licenseUrl"];
            foreach (XElement wanted in MetadataOf(core))
            {
                string name = wanted.Name.LocalName;
                XElement? own = said.FirstOrDefault(e => e.Name.LocalName == name);
                CheckException.Unless(own != null, $"no {name}");
                CheckException.Unless(
                    own!.Value.Length > 0 || own.HasAttributes || empty.Contains(name), $"an empty {name}");
                CheckException.Unless(
                    !own.Value.Contains('$', StringComparison.Ordinal), $"{name} is {own.Value}");
            }

            string tags = said.First(e => e.Name.LocalName == "tags").Value;
            CheckException.Unless(tags.StartsWith("nanoFramework C# csharp netmf netnf ", StringComparison.Ordinal), tags);
        }

        private static void HasPages(string id)
        {
            Has(id, "LICENSE", "images/icon.png", "docs/README.md");
            using ZipArchive package = ZipFile.OpenRead(Workplace.Package(id));
            using StreamReader reader = new(package.GetEntry("docs/README.md")!.Open());
            string readme = reader.ReadToEnd();
            string[] relative = [.. readme.Split("](").Skip(1).Where(l => !l.StartsWith("https://", StringComparison.Ordinal))];
            CheckException.Unless(relative.Length == 0, "a link to " + string.Join(", ", relative.Select(l => l.Split(')')[0])));
            CheckException.Unless(!readme.Contains("REPOSITORY", StringComparison.Ordinal), "a name in place of its value");
        }

        private static void HasSymbols(string id)
        {
            using ZipArchive symbols = ZipFile.OpenRead(Workplace.Package(id, ".snupkg"));
            CheckException.Unless(symbols.Entries.Any(e => e.Name == id + ".pdb"), $"no {id}.pdb in the snupkg");
        }

        private static void Has(string id, params string[] files)
        {
            using ZipArchive package = ZipFile.OpenRead(Workplace.Package(id));
            string[] missing = [.. files.Where(f => package.GetEntry(f) == null)];
            CheckException.Unless(missing.Length == 0, "there is no " + string.Join(", ", missing));
        }

        private static IEnumerable<XElement> Metadata(string path)
        {
            using ZipArchive package = ZipFile.OpenRead(path);
            return MetadataOf(package);
        }

        private static XElement[] MetadataOf(ZipArchive package)
        {
            using Stream nuspec = package.Entries.First(e => e.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
            return [.. XDocument.Load(nuspec).Root!.Elements().First().Elements()];
        }

        private static string CoreLibrary()
        {
            string packages = Path.Combine(Workplace.Root, "packages");
            return Directory.Exists(packages)
                ? Directory.GetFiles(packages, "nanoFramework.CoreLibrary.*.nupkg", SearchOption.AllDirectories).Order().Last()
                : throw new CheckException($"there is no {packages}; the device compile makes it");
        }
    }
}
