using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoExecutor.Generator;

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

    /// <summary>Changes of the user's text compose, wherever they begin and end.</summary>
    [TestClass]
    public sealed class SourceEditTests
    {
        private const string Source = "item is Coin coin && other";

        [TestMethod]
        public void What_stands_around_a_part_stays_around_what_replaces_its_beginning()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item"), "__item");
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            Assert.AreEqual("(__item is Coin coin) && other", All(edits));
        }

        [TestMethod]
        public void Order_in_which_changes_are_added_does_not_matter()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            edits.Replace(SpanOf("item"), "__item");
            Assert.AreEqual("(__item is Coin coin) && other", All(edits));
        }

        [TestMethod]
        public void Texts_that_begin_in_one_place_nest_as_their_parts_do()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Wrap(SpanOf("item"), "<", ">");
            edits.Wrap(SpanOf(Source), "[", "]");
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            Assert.AreEqual("[(<item> is Coin coin) && other]", All(edits));
        }

        [TestMethod]
        public void Texts_around_one_part_nest_in_the_order_in_which_they_are_added()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Wrap(SpanOf("other"), "[", "]");
            edits.Wrap(SpanOf("other"), "(", ")");
            Assert.AreEqual("item is Coin coin && [(other)]", All(edits));
        }

        [TestMethod]
        public void Text_that_ends_where_another_begins_ends_first()
        {
            SourceEdits edits = new(SourceText.From("ab"));
            edits.Wrap(new TextSpan(1, 1), "(", ")");
            edits.Wrap(new TextSpan(0, 1), "[", "]");
            Assert.AreEqual("[a](b)", edits.Text(new TextSpan(0, 2)));
        }

        [TestMethod]
        public void Changes_inside_a_replacement_go_with_it()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item"), "__item");
            edits.Wrap(SpanOf("item is"), "(", ")");
            edits.Replace(SpanOf("item is Coin coin"), "true");
            Assert.AreEqual("true && other", All(edits));
        }

        [TestMethod]
        public void Part_of_the_text_has_the_changes_that_lie_in_it_and_no_others()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item"), "__item");
            edits.Wrap(SpanOf("item is Coin coin"), "(", ")");
            Assert.AreEqual("__item is", edits.Text(SpanOf("item is")));
        }

        [TestMethod]
        public void Replacement_keeps_the_line_breaks()
        {
            SourceEdits edits = new(SourceText.From("a(\r\n1,\n2) + b"));
            edits.Replace(new TextSpan(0, 9), "c");
            Assert.AreEqual("c\n\n + b", edits.Text(new TextSpan(0, 13)));
        }

        [TestMethod]
        public void Changes_that_cross_are_an_error()
        {
            SourceEdits edits = new(SourceText.From(Source));
            edits.Replace(SpanOf("item is"), "a");
            edits.Replace(SpanOf("is Coin"), "b");
            StringAssert.Contains(Assert.ThrowsExactly<InvalidOperationException>(() => All(edits)).Message, "overlap");
        }

        private static TextSpan SpanOf(string part)
        {
            return new TextSpan(Source.IndexOf(part, StringComparison.Ordinal), part.Length);
        }

        private static string All(SourceEdits edits)
        {
            return edits.Text(new TextSpan(0, Source.Length));
        }
    }
}
