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

        private static readonly string[] _generator =
            ["analyzers/dotnet/cs/NanoExecutor.Generator.dll", "build/netnano1.0/NanoExecutor.targets"];

        // Without the metadata processor, which makes them, there are none.
        private static readonly string[] _processed = [".pe", ".pdbx"];

        // What nanoFramework's package has and these have not: NuGet opens readme.txt when it installs a package, and the
        // feed that a package is published on signs it.
        private static readonly string[] _without = ["readme.txt", ".signature.p7s"];

        public static void Check(Checks checks)
        {
            using ZipArchive core = ZipFile.OpenRead(CoreLibrary());
            foreach (string id in _device)
            {
                checks.That($"{id} has a file for each of CoreLibrary's", () => HasFilesOf(core, id));
            }

            foreach (string id in _libraries)
            {
                checks.That($"{id} says in its nuspec all that CoreLibrary says", () => SaysWhat(core, id));
                checks.That($"{id} has the licence, the icon and a README without relative links", () => HasPages(id));
                checks.That($"{id} has symbols", () => HasSymbols(id));
                checks.That($"{id} has no other files than it should", () => HasNothingElse(id));
            }

            foreach (string id in _desktop)
            {
                checks.That($"{id} has its net10.0 half with comments", () =>
                    Has(id, $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml"));
            }

            checks.That("NanoExecutor has the generator, and what gives it to an .nfproj", () => Has("NanoExecutor", _generator));
            checks.That("the template has the licence, the icon and a README", () =>
                Has("NanoExecutor.Templates", "LICENSE", "images/icon.png", "docs/README.md"));
        }

        private static void HasFilesOf(ZipArchive core, string id)
        {
            using ZipArchive package = ZipFile.OpenRead(Workplace.Package(id));
            bool isProcessed = package.Entries.Any(e => e.Name == id + ".pe");
            string[] missing = [.. core.Entries.Select(e => e.FullName)
                .Where(f => !_without.Contains(f) && (isProcessed || !_processed.Contains(Path.GetExtension(f))))
                .Select(f => Counterpart(f, id))
                .Where(f => !package.Entries.Any(e => Matches(e.FullName, f)))];
            CheckException.Unless(missing.Length == 0, "there is no " + string.Join(", ", missing));
        }

        /// <summary>The name that a file of CoreLibrary's has here: in the folder of its target framework, as in newer packages.</summary>
        private static string Counterpart(string file, string id)
        {
            return file switch
            {
                "LICENSE.md" => "LICENSE",
                "images/nf-logo.png" => "images/icon.png",
                "nanoFramework.CoreLibrary.nuspec" => id + ".nuspec",
                _ when file.StartsWith("lib/mscorlib.", StringComparison.Ordinal) =>
                    $"lib/netnano1.0/{id}{Path.GetExtension(file)}",
                _ => file,
            };
        }

        // NuGet names this one as it likes.
        private static bool Matches(string file, string wanted)
        {
            return file == wanted || (file.EndsWith(".psmdcp", StringComparison.Ordinal) && wanted.EndsWith(".psmdcp", StringComparison.Ordinal));
        }

        private static void HasNothingElse(string id)
        {
            using ZipArchive package = ZipFile.OpenRead(Workplace.Package(id));
            List<string> known = ["LICENSE", "images/icon.png", "docs/README.md", $"{id}.nuspec", "[Content_Types].xml", "_rels/.rels"];
            known.AddRange(_device.Contains(id) ? new[] { "dll", "xml", "pe", "pdbx" }.Select(k => $"lib/netnano1.0/{id}.{k}") : []);
            known.AddRange(_desktop.Contains(id) ? new[] { "dll", "xml" }.Select(k => $"lib/net10.0/{id}.{k}") : []);
            known.AddRange(id == "NanoExecutor" ? _generator : []);
            string[] others = [.. package.Entries.Select(e => e.FullName).Where(f => !known.Contains(f) && !Matches(f, ".psmdcp"))];
            CheckException.Unless(others.Length == 0, "there is " + string.Join(", ", others));
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
