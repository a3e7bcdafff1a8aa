using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
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
