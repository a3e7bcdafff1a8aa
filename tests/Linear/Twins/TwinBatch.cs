using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace NanoExecutor.LinearProof
{
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
}
