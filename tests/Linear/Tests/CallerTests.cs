using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>Code that is generated says the same about itself as the method that it was made of.</summary>
    [TestClass]
    public sealed partial class CallerTests
    {
        [TestMethod]
        public void Calls_that_ask_for_their_caller_are_answered_as_written()
        {
            Asking asking = new Asking(new Latch { IsOpen = true }).Start(2, 5);
            asking.Poll(Wakers.Get(0));
            string[] expected =
            [
                "Body of Asking.cs, line 5: times > 1",
                "Body of Asking.cs, line 7: times > 2 && item != null",
                "Body of Asking.cs, line 13: value > 3",
                "Body of Asking.cs, line 24: fault.Code > 1",
                "Body of Asking.cs, line 29: times-- < 2",
                "Body of Asking.cs, line 29: times-- < 2",
            ];
            string[] said = [.. asking.Said.Select(line => Spaces().Replace(line, " "))];
            CollectionAssert.AreEqual(expected, said, string.Join("\n", said));
        }

        [TestMethod]
        public void Line_break_in_a_string_stays_what_it_is()
        {
            string source = """
                using NanoExecutor;
                public sealed partial class Text : Routine
                {
                    private readonly Yield _yield = new Yield();
                    [Linear] private string Body(string end)
                    {
                        Await(_yield);
                        return @"first
                second" + end;
                    }
                }
                """.ReplaceLineEndings("\r\n");
            Compilation generated = Workbench.Generate(
                Workbench.Compile([Workbench.Parse(source, "Text.cs")]), out IReadOnlyList<Diagnostic> said);
            Assert.IsEmpty(said, string.Join(", ", said));
            SyntaxTree written = generated.SyntaxTrees.Single(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal));
            string[] values = [.. written.GetRoot().DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => token.ValueText)];
            CollectionAssert.Contains(values, "first\r\nsecond");
        }

        [GeneratedRegex(" +")]
        private static partial Regex Spaces();
    }

    /// <summary>A debugger that steps through a routine stops in the user's lines, in their order, and nowhere else.</summary>
    [TestClass]
    public sealed class LineTests
    {
        private const string Source = """
            using NanoExecutor;

            public sealed partial class Blink : Routine
            {
                private readonly Delay _delay = new Delay();
                private int _total;

                [Linear]
                private int Body(int times)
                {
                    for (int i = 0; i < times; i++)
                    {
                        int twice = i * 2;
                        Await(_delay.For(twice));
                        if (twice > 3)
                        {
                            _total +=
                                twice;
                            break;
                        }

                        Await(_delay);
                    }

                    return _total;
                }
            }
            """;

        [TestMethod]
        [DataRow(OptimizationLevel.Debug)]
        [DataRow(OptimizationLevel.Release)]
        public void Sequence_points_of_Poll_are_the_lines_of_the_method(OptimizationLevel level)
        {
            // The turn of a loop is laid out as the compiler does: its step and its condition behind its body.
            int[] lines = level == OptimizationLevel.Debug
                ? [11, 13, 14, 15, 16, 17, 19, 22, 11, 11, 25, 25, 25]
                : [11, 13, 14, 15, 17, 19, 11, 11, 25];
            int[] found = [.. Points(level).Select(point => point.StartLine)];
            CollectionAssert.AreEqual(lines, found, string.Join(" ", found));
        }

        [TestMethod]
        public void Sequence_points_begin_in_the_column_of_the_statement()
        {
            SequencePoint statement = Points(OptimizationLevel.Debug).Single(point => point.StartLine == 17);
            Assert.AreEqual(17, statement.StartColumn);
            Assert.AreEqual(18, statement.EndLine);
        }

        [TestMethod]
        public void Sequence_points_name_the_users_file()
        {
            using MetadataReaderProvider provider = Read(OptimizationLevel.Debug, out MethodDefinitionHandle poll);
            MetadataReader reader = provider.GetMetadataReader();
            SequencePoint point = reader.GetMethodDebugInformation(poll.ToDebugInformationHandle()).GetSequencePoints().First(item => !item.IsHidden);
            Assert.AreEqual("Blink.cs", reader.GetString(reader.GetDocument(point.Document).Name));
        }

        private static List<SequencePoint> Points(OptimizationLevel level)
        {
            using MetadataReaderProvider provider = Read(level, out MethodDefinitionHandle poll);
            return [.. provider.GetMetadataReader().GetMethodDebugInformation(poll.ToDebugInformationHandle())
                .GetSequencePoints().Where(point => !point.IsHidden)];
        }

        private static MetadataReaderProvider Read(OptimizationLevel level, out MethodDefinitionHandle poll)
        {
            Compilation generated = Workbench.Generate(
                Workbench.Compile([Workbench.Parse(Source.ReplaceLineEndings("\n"), "Blink.cs")], level), out _);
            MemoryStream image = new();
            MemoryStream symbols = new();
            EmitResult result = generated.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
            Assert.IsTrue(result.Success, string.Join(", ", result.Diagnostics));
            image.Position = 0;
            using System.Reflection.PortableExecutable.PEReader reader = new(image);
            MetadataReader metadata = reader.GetMetadataReader();
            poll = metadata.MethodDefinitions.Single(handle => metadata.GetString(metadata.GetMethodDefinition(handle).Name) == "Poll");
            symbols.Position = 0;
            return MetadataReaderProvider.FromPortablePdbStream(symbols);
        }
    }
}
