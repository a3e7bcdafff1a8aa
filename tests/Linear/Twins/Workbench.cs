using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NanoExecutor.Generator;

namespace NanoExecutor.LinearProof
{
    /// <summary>Compiles in this process, with and without the generator.</summary>
    internal static class Workbench
    {
        public static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp9);

        private static readonly MetadataReference[] s_references = References();

        // The others are made of it, so that what is known of the references is found out once. Batches run side by side, and so
        // no compiler needs more than one thread.
        private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
            "Programs", [], s_references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

        /// <summary>A compilation of one file for each text.</summary>
        public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, OptimizationLevel level = OptimizationLevel.Release)
        {
            return s_empty.WithOptions(s_empty.Options.WithOptimizationLevel(level)).AddSyntaxTrees(trees);
        }

        public static SyntaxTree Parse(string text, string path)
        {
            return CSharpSyntaxTree.ParseText(text, Parsing, path, Encoding.UTF8);
        }

        /// <summary>Runs the generator, as the compiler would.</summary>
        public static Compilation Generate(Compilation compilation, out IReadOnlyList<Diagnostic> reported)
        {
            CSharpParseOptions parsing = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
            GeneratorDriver driver = CSharpGeneratorDriver.Create([new LinearGenerator().AsSourceGenerator()], parseOptions: parsing);
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
            GeneratorRunResult result = driver.GetRunResult().Results[0];
            if (result.Exception != null)
            {
                throw new InvalidOperationException("The generator failed.", result.Exception);
            }

            reported = result.Diagnostics;
            return generated;
        }

        /// <summary>All that generator, analyzers and compiler say about a text, hidden remarks excepted.</summary>
        public static IReadOnlyList<Diagnostic> Check(
            string text, out string[] lines, LanguageVersion version = LanguageVersion.CSharp9)
        {
            lines = text.Split('\n');
            SyntaxTree tree = CSharpSyntaxTree.ParseText(text, Parsing.WithLanguageVersion(version), "Example.cs", Encoding.UTF8);
            Compilation generated = Generate(Compile([tree]), out IReadOnlyList<Diagnostic> reported);
            ImmutableArray<Diagnostic> analyzed = generated
                .WithAnalyzers([new AllocationAnalyzer(), new MisuseAnalyzer(), new UnawaitedAnalyzer(), new BlockingAnalyzer(), new LoopAnalyzer()])
                .GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
            return [.. reported.Concat(analyzed).Concat(Errors(generated.GetDiagnostics()))];
        }

        public static IReadOnlyList<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics)
        {
            return [.. diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        }

        private static MetadataReference[] References()
        {
            string[] wanted = ["System.Private.CoreLib", "System.Runtime", "System.Collections", "System.Console", "System.Threading", "System.Collections.NonGeneric", "System.Threading.Thread"];
            IEnumerable<string> trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Where(path => wanted.Contains(Path.GetFileNameWithoutExtension(path)));
            string[] own = [typeof(Future).Assembly.Location, Assembly.GetExecutingAssembly().Location];
            return [.. trusted.Concat(own).Select(path => MetadataReference.CreateFromFile(path))];
        }
    }
}
