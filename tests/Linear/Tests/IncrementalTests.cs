using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoExecutor.Generator;

namespace NanoExecutor.LinearProof
{
    /// <summary>While somebody types, only what changes is generated again.</summary>
    [TestClass]
    public sealed class IncrementalTests
    {
        private const string First = """
            using NanoExecutor;
            public sealed partial class First : Routine
            {
                private readonly Second _second = new Second();
                [Linear] private int Body() { int value = Await(_second.Start(1)); return value; }
            }
            """;

        private const string Second = """
            using NanoExecutor;
            public sealed partial class Second : Routine
            {
                private readonly Yield _yield = new Yield();
                [Linear] private int Body(int number) { Await(_yield); return number; }
            }
            """;

        [TestMethod]
        public void Edit_elsewhere_generates_nothing_anew()
        {
            CollectionAssert.AreEqual(
                new[] { false, false },
                WrittenAfter(compilation => compilation.AddSyntaxTrees(Workbench.Parse("class Other { }", "Other.cs"))));
        }

        [TestMethod]
        public void Edit_of_a_body_generates_that_routine_anew()
        {
            CollectionAssert.AreEqual(
                new[] { false, true },
                WrittenAfter(compilation => Replace(compilation, "return number;", "return number + 1;")));
        }

        [TestMethod]
        public void Edit_of_a_signature_generates_the_routines_that_await_it_anew()
        {
            CollectionAssert.AreEqual(
                new[] { true, true },
                WrittenAfter(compilation => Replace(compilation, "private int Body(int number)", "private long Body(int number)")));
        }

        private static Compilation Replace(Compilation compilation, string was, string now)
        {
            SyntaxTree tree = compilation.SyntaxTrees.Single(item => item.FilePath == "Second.cs");
            return compilation.ReplaceSyntaxTree(
                tree, Workbench.Parse(tree.ToString().Replace(was, now, StringComparison.Ordinal), tree.FilePath));
        }

        // Whether each file is written again, in the order of the routines.
        private static List<bool> WrittenAfter(Func<Compilation, Compilation> edit)
        {
            Compilation compilation = Workbench.Compile([Workbench.Parse(First, "First.cs"), Workbench.Parse(Second, "Second.cs")]);
            GeneratorDriver driver = CSharpGeneratorDriver.Create(
                [new LinearGenerator().AsSourceGenerator()],
                parseOptions: Workbench.Parsing,
                driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
            driver = driver.RunGenerators(compilation).RunGenerators(edit(compilation));
            return [.. driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(steps => steps.Value)
                .SelectMany(step => step.Outputs).Select(output => output.Reason is not IncrementalStepRunReason.Cached and not IncrementalStepRunReason.Unchanged)];
        }
    }
}
