using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace NanoExecutor.Interleavings.Building
{
    /// <summary>One of the two builds of the library, on a machine it is made for.</summary>
    /// <param name="Name">For the command line and the table.</param>
    /// <param name="Symbols">What is defined when it is compiled.</param>
    /// <param name="Memory">What stores look like there.</param>
    internal sealed record Variant(string Name, string[] Symbols, MemoryModel Memory)
    {
        /// <summary>The device build: plain stores, one native thread.</summary>
        internal static readonly Variant Device = new("device", ["NANOFRAMEWORK_1_0"], MemoryModel.Sequential);

        /// <summary>The desktop build on x64.</summary>
        internal static readonly Variant X64 = new("x64", ["NET"], MemoryModel.StoreBuffer);

        /// <summary>The desktop build on Arm64, where everything can happen that can happen on x64, and more.</summary>
        internal static readonly Variant Arm64 = new("arm64", ["NET"], MemoryModel.WeakStores);

        /// <summary>All there are.</summary>
        internal static readonly Variant[] All = [Device, X64, Arm64];

        /// <summary>Those in which the library is explored if nothing else is asked for.</summary>
        internal static readonly Variant[] Usual = [Device, Arm64];

        internal static Variant Named(string name)
        {
            return All.FirstOrDefault(variant => variant.Name == name)
                ?? throw new ToolException(
                    $"There is no variant '{name}'; there are {string.Join(", ", All.Select(v => v.Name))}.");
        }
    }

    /// <summary>The program cannot do its work: an input is missing or does not fit. Not a finding.</summary>
    internal sealed class ToolException(string message) : Exception(message);

    /// <summary>Compiles the sources of the library, as they ship or with a mutant's patches.</summary>
    internal sealed class LibraryCompiler
    {
        private const string Assembly = "NanoExecutor";

        // What the project says of it, for the scenarios that take a hint away.
        private const string Friends =
            "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Interleavings.Scenarios\")]";

        private static readonly string[] References = ["System.Private.CoreLib", "System.Runtime", "System.Threading", "System.Console"];

        private readonly IReadOnlyDictionary<string, string> _sources = Repository.LibrarySources();
        private readonly ConcurrentDictionary<(string Variant, string Path), SyntaxTree> _trees = [];

        /// <summary>Whether every patch of a mutant still fits, before any work is done.</summary>
        internal void Check(Mutant mutant)
        {
            foreach (Patch patch in mutant.Patches)
            {
                if (!_sources.TryGetValue(patch.File, out string? text))
                {
                    throw new ToolException($"Mutant {mutant.Name} changes {patch.File}, which does not exist.");
                }

                patch.Apply(text.ReplaceLineEndings("\n"), mutant.Name);
            }
        }

        /// <summary>The assembly.</summary>
        internal byte[] Compile(Variant variant, Mutant? mutant)
        {
            CSharpParseOptions options = new(LanguageVersion.CSharp9, preprocessorSymbols: variant.Symbols);
            List<SyntaxTree> trees = [CSharpSyntaxTree.ParseText(Friends, options)];
            foreach ((string path, string text) in _sources)
            {
                string patched = text.ReplaceLineEndings("\n");
                foreach (Patch patch in mutant?.Patches.Where(patch => patch.File == path) ?? [])
                {
                    patched = patch.Apply(patched, mutant!.Name);
                }

                trees.Add(patched.Length == text.Length && patched == text
                    ? _trees.GetOrAdd((variant.Name, path), _ => CSharpSyntaxTree.ParseText(text, options, path))
                    : CSharpSyntaxTree.ParseText(patched, options, path));
            }

            CSharpCompilation compilation = CSharpCompilation.Create(
                Assembly,
                trees,
                References.Select(Reference),
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    optimizationLevel: OptimizationLevel.Release,
                    deterministic: true));
            using MemoryStream image = new();
            Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
            if (!result.Success)
            {
                IEnumerable<Diagnostic> errors =
                    result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error);
                throw new ToolException(
                    $"The library does not compile ({variant.Name}{(mutant == null ? "" : ", mutant " + mutant.Name)}):"
                    + Environment.NewLine + string.Join(Environment.NewLine, errors.Take(5)));
            }

            return image.ToArray();
        }

        private static MetadataReference Reference(string name)
        {
            string folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            return MetadataReference.CreateFromFile(Path.Combine(folder, name + ".dll"));
        }
    }
}
