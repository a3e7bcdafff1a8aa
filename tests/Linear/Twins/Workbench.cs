using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
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

    /// <summary>Many programs, compiled at once as linear code and at once as async code.</summary>
    internal sealed class TwinBatch : IDisposable
    {
        private const string LinearGlue = """
            namespace {0} {{ public sealed class Twin : NanoExecutor.LinearProof.LinearTwin {{
                private readonly Program _p;
                public Twin(NanoExecutor.LinearProof.Stage s) : this(new Program(s)) {{ }}
                private Twin(Program p) : base(p) {{ _p = p; }}
                public override int Result => _p.Result;
                public override void Start(int a) {{ _p.Start(a); }}
            }}
            """;

        private const string AsyncGlue = """
            namespace {0} {{ public sealed class Twin : NanoExecutor.LinearProof.AsyncTwin {{
                private readonly Program _p;
                public Twin(NanoExecutor.LinearProof.Stage s) : base(s) {{ _p = new Program(s); }}
                protected override NanoExecutor.LinearProof.Deferred<int> Prepare(int a) => _p.Start(a);
            }}
            """;

        private const string MakerGlue = """
            public sealed class Maker : NanoExecutor.LinearProof.ITwinMaker {{
                public NanoExecutor.LinearProof.ITwin Make(NanoExecutor.LinearProof.Stage s) => new Twin(s);
            }} }}
            """;

        // Two, because both assemblies have the same name.
        private readonly AssemblyLoadContext _linearContext = new("linear", isCollectible: true);
        private readonly AssemblyLoadContext _asyncContext = new("async", isCollectible: true);
        private readonly Assembly? _linear;
        private readonly Assembly? _async;

        /// <param name="programs">The programs.</param>
        /// <param name="isLean">Compiles the generated code without the methods it was made of, which nothing calls: quicker.</param>
        public TwinBatch(IReadOnlyList<ProgramSource> programs, bool isLean = false)
        {
            SyntaxTree[] sources = [.. programs.Select(program => Workbench.Parse(program.Text, program.Name))];
            _async = Load(
                _asyncContext,
                Workbench.Compile(
                    sources.Select(AsyncRewriter.Rewrite).Concat(Glue(programs, AsyncGlue)), OptimizationLevel.Debug),
                out IReadOnlyList<Diagnostic> asyncErrors);
            AsyncErrors = asyncErrors;
            if (_async == null)
            {
                return;
            }

            Compilation generated = Workbench.Generate(
                Workbench.Compile(sources.Concat(Glue(programs, LinearGlue))), out IReadOnlyList<Diagnostic> refused);
            _linear = Load(_linearContext, isLean ? BodyRemover.Remove(generated, sources) : generated, out IReadOnlyList<Diagnostic> linearErrors);
            Generated = generated;
            LinearErrors = [.. Workbench.Errors(refused), .. linearErrors];
        }

        /// <summary>What the compiler says against the async twins: then the programs are no C#.</summary>
        public IReadOnlyList<Diagnostic> AsyncErrors { get; }

        /// <summary>What the generator, or the compiler after it, says against the linear twins.</summary>
        public IReadOnlyList<Diagnostic> LinearErrors { get; } = [];

        public Compilation? Generated { get; }

        public bool IsComplete => _linear != null && LinearErrors.Count == 0;

        public ITwin Linear(string name, Stage stage)
        {
            return Make(_linear!, name, stage);
        }

        public ITwin Async(string name, Stage stage)
        {
            return Make(_async!, name, stage);
        }

        public void Dispose()
        {
            _linearContext.Unload();
            _asyncContext.Unload();
        }

        private static IEnumerable<SyntaxTree> Glue(IReadOnlyList<ProgramSource> programs, string text)
        {
            return programs.Select(program => Workbench.Parse(
                string.Format(System.Globalization.CultureInfo.InvariantCulture, text + MakerGlue, program.Name), program.Name));
        }

        private static ITwin Make(Assembly assembly, string name, Stage stage)
        {
            return ((ITwinMaker)Activator.CreateInstance(assembly.GetType(name + ".Maker", throwOnError: true)!)!).Make(stage);
        }

        private static Assembly? Load(AssemblyLoadContext context, Compilation compilation, out IReadOnlyList<Diagnostic> errors)
        {
            using MemoryStream image = new();
            Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
            errors = Workbench.Errors(result.Diagnostics);
            if (!result.Success)
            {
                return null;
            }

            image.Position = 0;
            return context.LoadFromStream(image);
        }
    }

    /// <summary>
    /// The text of a test program: a namespace of its name with a class Program, a Routine made with a Stage, whose [Linear] method
    /// takes an int and returns one.
    /// </summary>
    public sealed record ProgramSource(string Name, string Text);

    /// <summary>The programs of the folder Programs: one for each construct.</summary>
    internal static class Handwritten
    {
        /// <summary>Ways to run each; enough that every path is taken, every Await cancelled.</summary>
        public const int Scenarios = 200;

        private const string Prefix = "program/";

        public static IReadOnlyList<ProgramSource> All()
        {
            Assembly assembly = Assembly.GetExecutingAssembly();
            return [.. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new ProgramSource(name[Prefix.Length..], Read(assembly, name)))];
        }

        private static string Read(Assembly assembly, string name)
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
