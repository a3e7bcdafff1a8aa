using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>The generated code as people read it. A change of the generator shows here; look at it, then copy it.</summary>
    [TestClass]
    public sealed class SnapshotTests
    {
        [TestMethod]
        public void Generated_code_of_a_routine_is_as_in_Snapshots()
        {
            string expected = Read("snapshot/Door.Linear.txt");
            Compilation generated = Workbench.Generate(Workbench.Compile([Workbench.Parse(Read("snapshot/Door.cs"), "Door.cs")]), out _);
            string found = generated.SyntaxTrees.Single(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)).ToString();
            Assert.AreEqual(expected, found.ReplaceLineEndings("\n"), "The new text is:\n" + found);
        }

        private static string Read(string name)
        {
            using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }
    }
}
