using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
}
