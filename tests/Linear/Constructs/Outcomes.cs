using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;
using NanoExecutor.Generator;

namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// What generator, analyzers and compiler say about texts that are compiled together, each in a namespace of its own: ids for
    /// each text, and whatever must never be.
    /// </summary>
    internal sealed class Outcomes
    {
        private const string Other = "\n//--file\n";

        private static readonly CSharpParseOptions s_parsing = new(LanguageVersion.Latest);

        private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
            "Constructs",
            [],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, concurrentBuild: false));

        private readonly List<Diagnostic>[] _said;

        public Outcomes(IReadOnlyList<string> texts, bool isAnalyzed = true)
        {
            _said = [.. texts.Select(_ => new List<Diagnostic>())];
            SyntaxTree[] trees = [.. texts.SelectMany(Trees)];
            GeneratorDriver driver = CSharpGeneratorDriver.Create([new LinearGenerator().AsSourceGenerator()], parseOptions: s_parsing);
            driver = driver.RunGeneratorsAndUpdateCompilation(s_empty.AddSyntaxTrees(trees), out Compilation generated, out _);
            GeneratorRunResult result = driver.GetRunResult().Results[0];
            Crash = result.Exception;
            foreach (Diagnostic diagnostic in result.Diagnostics.Concat(Workbench.Errors(generated.GetDiagnostics())))
            {
                Sort(diagnostic);
            }

            if (isAnalyzed)
            {
                Analyze(generated);
            }

            Lowered = result.GeneratedSources.Count(source => source.SourceText.ToString().Contains("case 0:", StringComparison.Ordinal));
            EmitErrors = isAnalyzed ? Emit(generated) : [];
        }

        /// <summary>CS8785 for the user; null if the generator came to its end.</summary>
        public Exception? Crash { get; }

        /// <summary>Errors in generated files.</summary>
        public List<Diagnostic> InGenerated { get; } = [];

        /// <summary>What the compiler says when it writes the texts about which nothing was said.</summary>
        public IReadOnlyList<Diagnostic> EmitErrors { get; }

        /// <summary>Methods that were lowered.</summary>
        public int Lowered { get; }

        /// <summary>All that was said in the texts themselves.</summary>
        public IEnumerable<Diagnostic> All => _said.SelectMany(list => list);

        public IReadOnlyList<Diagnostic> Said(int index)
        {
            return _said[index];
        }

        /// <summary>The ids for a text, each once, in their order.</summary>
        public string Ids(int index)
        {
            return string.Join(",", _said[index].Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
        }

        private static IEnumerable<SyntaxTree> Trees(string text, int index)
        {
            return text.Split(Other).Select(part => CSharpSyntaxTree.ParseText(part, s_parsing, index + ".cs", Encoding.UTF8));
        }

        private void Analyze(Compilation generated)
        {
            ImmutableArray<DiagnosticAnalyzer> analyzers =
                [new MisuseAnalyzer(), new UnawaitedAnalyzer(), new BlockingAnalyzer(), new LoopAnalyzer()];
            foreach (Diagnostic diagnostic in generated.WithAnalyzers(analyzers).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult())
            {
                Sort(diagnostic);
            }
        }

        private void Sort(Diagnostic diagnostic)
        {
            string path = diagnostic.Location.SourceTree?.FilePath ?? diagnostic.Location.GetLineSpan().Path;
            if (path.EndsWith(".g.cs", StringComparison.Ordinal))
            {
                InGenerated.Add(diagnostic);
            }
            else if (int.TryParse(Path.GetFileNameWithoutExtension(path), out int index))
            {
                _said[index].Add(diagnostic);
            }
        }

        private IReadOnlyList<Diagnostic> Emit(Compilation generated)
        {
            if (_said.Length == 1 && _said[0].Count > 0)
            {
                return [];
            }

            string[] bad = [.. _said.Index().Where(item => item.Item.Count > 0).Select(item => item.Index + ".cs")];
            string[] spaces = [.. bad.Select(name => "Case" + Path.GetFileNameWithoutExtension(name) + ".")];
            Compilation good = generated.RemoveSyntaxTrees(generated.SyntaxTrees.Where(
                tree => bad.Contains(tree.FilePath) || spaces.Any(space => Path.GetFileName(tree.FilePath).StartsWith(space, StringComparison.Ordinal))));
            using MemoryStream image = new();
            EmitResult result = good.Emit(image);
            return Workbench.Errors(result.Diagnostics);
        }

        private static MetadataReference[] References()
        {
            IEnumerable<string> trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal)
                    || Path.GetFileName(path) is "Microsoft.CSharp.dll" or "netstandard.dll");
            return [.. trusted.Append(typeof(Future).Assembly.Location).Select(path => MetadataReference.CreateFromFile(path))];
        }
    }
}
