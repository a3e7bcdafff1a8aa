using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NanoExecutor.AllocationProof.Reach;
using NanoExecutor.AllocationProof.Reading;

namespace NanoExecutor.AllocationProof.SelfTest
{
    /// <summary>
    /// Compiles the cases in memory, as the device compile does (C# 9, optimised, the mscorlib of nanoFramework), against
    /// a library that is no larger than the cases need.
    /// </summary>
    internal sealed class CaseCompiler
    {
        private sealed record Emitted(byte[] Image, byte[] Symbols, byte[] Comments);

        private readonly SyntaxTree[] _library;
        private readonly byte[] _corlib;
        private readonly byte[] _unsupported;
        private readonly Emitted _libraryAlone;
        private readonly byte[] _board;

        public CaseCompiler()
        {
            _corlib = DeviceBuild.CoreLibrary();
            SyntaxTree unsupported = Parse("Unsupported.cs", Resource.Text("world/Unsupported"));
            _unsupported = Emit("Unsupported", [unsupported], [_corlib]).Image;
            _library =
            [
                Parse("Library.cs", Resource.Text("world/Library")),
                .. Resource.Named("marks/").Select(n => Parse(n, Resource.Text(n))),
            ];
            _libraryAlone = Emit(RootFinder.Library, _library, [_corlib]);
            _board = Emit("SomeBoard", [Parse("Board.cs", Resource.Text("world/Board"))], [_corlib]).Image;
        }

        public AssemblySet Compile(Case given)
        {
            SyntaxTree tree = Parse(given.Name + ".cs", given.Source);
            AssemblySet set = new([]);
            set.Refer(new MemoryStream(_corlib));
            set.Refer(new MemoryStream(_unsupported));
            set.Refer(new MemoryStream(_board));
            if (given.Setting == Setting.InTheLibrary)
            {
                Prove(set, Emit(RootFinder.Library, [.. _library, tree], [_corlib, _unsupported]));
            }
            else
            {
                if (given.Setting == Setting.Alone)
                {
                    set.Refer(new MemoryStream(_libraryAlone.Image));
                }
                else
                {
                    Prove(set, _libraryAlone);
                }

                Prove(set, Emit("Case", [tree], [_corlib, _unsupported, _libraryAlone.Image, _board]));
            }

            set.Close();
            return set;
        }

        private static void Prove(AssemblySet set, Emitted assembly)
        {
            set.Prove(
                new MemoryStream(assembly.Image),
                new MemoryStream(assembly.Symbols),
                new MemoryStream(assembly.Comments));
        }

        private static SyntaxTree Parse(string name, string source)
        {
            CSharpParseOptions options = new(LanguageVersion.CSharp9, DocumentationMode.Parse);
            return CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), options, name);
        }

        private static Emitted Emit(string name, SyntaxTree[] sources, byte[][] references)
        {
            CSharpCompilationOptions options = new(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true);
            CSharpCompilation compilation = CSharpCompilation.Create(
                name, sources, references.Select(r => MetadataReference.CreateFromImage(r)), options);
            using MemoryStream image = new();
            using MemoryStream symbols = new();
            using MemoryStream comments = new();
            EmitOptions emit = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
            EmitResult result = compilation.Emit(image, symbols, comments, options: emit);
            return result.Success
                ? new Emitted(image.ToArray(), symbols.ToArray(), comments.ToArray())
                : throw new ProofException("A program of the self-test does not compile: "
                    + string.Join("; ", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Take(5)));
        }
    }
}
