using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.Repository
{
    /// <summary>Arrows between the folders of lib/ point downward: what lib/Layers.tsv says is what the compiler sees.</summary>
    [TestClass]
    public class LayerTests
    {
        private const string Rules = "lib/Layers.tsv";

        [TestMethod]
        public void Layers_referToThoseAboveTheirOwnLine()
        {
            HashSet<string> above = [];
            foreach ((string folder, string[] below) in Layers())
            {
                string[] wrong = [.. below.Where(b => !above.Contains(b))];

                Assert.IsEmpty(wrong, $"{Rules}: {folder} may not use {string.Join(", ", wrong)}, which come after it");
                above.Add(folder);
            }
        }

        [TestMethod]
        [DataRow("NANOFRAMEWORK_1_0")]
        [DataRow("DESKTOP")]
        public void Sources_referOnlyToLowerFolders(string symbol)
        {
            Dictionary<string, string[]> layers = Layers().ToDictionary(l => l.Folder, l => l.Below);
            string[] wrong = [.. References(symbol)
                .Where(r => r.From != r.To && !(layers.TryGetValue(r.From, out string[]? below) && below.Contains(r.To)))
                .Select(r => $"{r.File} refers to {r.What} in lib/{r.To}")
                .Distinct()];

            Assert.IsEmpty(wrong, $"{Rules} forbids: " + string.Join("; ", wrong));
        }

        private static IEnumerable<(string Folder, string[] Below)> Layers()
        {
            foreach (string line in Checkout.Text(Rules).Split('\n'))
            {
                if (line.Length > 0 && line[0] != '#')
                {
                    string[] columns = line.Split('\t');
                    yield return (columns[0], columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }

        // Every name of a type or member of the library, and where that is declared.
        private static IEnumerable<(string File, string From, string To, string What)> References(string symbol)
        {
            string lib = Path.Combine(Checkout.Root, "lib");
            CSharpParseOptions options = new(LanguageVersion.CSharp9, preprocessorSymbols: [symbol]);
            SyntaxTree[] trees = [.. Checkout.Text("lib/NanoExecutor.props").Split("<Compile Include=\"").Skip(1)
                .Select(s => s[..s.IndexOf('"', StringComparison.Ordinal)])
                .Select(p => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(lib, p)), options, p))];
            MetadataReference[] platform = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator).Where(File.Exists).Select(p => MetadataReference.CreateFromFile(p))];
            CSharpCompilation compilation = CSharpCompilation.Create(
                "Library", trees, platform, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

            foreach (SyntaxTree tree in trees)
            {
                SemanticModel model = compilation.GetSemanticModel(tree);
                foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
                {
                    ISymbol? found = model.GetSymbolInfo(name).Symbol;
                    foreach (SyntaxReference declared in found?.DeclaringSyntaxReferences.Take(1) ?? [])
                    {
                        // A partial class is declared where it begins, its members where they stand.
                        if (found is not (INamespaceSymbol or ITypeSymbol { Name: "Throw" }))
                        {
                            yield return (tree.FilePath, Folder(tree), Folder(declared.SyntaxTree), found!.Name);
                        }
                    }
                }
            }
        }

        private static string Folder(SyntaxTree tree)
        {
            return tree.FilePath.Split('/')[0];
        }
    }
}
