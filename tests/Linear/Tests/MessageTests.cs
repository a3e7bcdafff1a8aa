using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>What messages say and where they stand, where the id alone says too little.</summary>
    [TestClass]
    public sealed class MessageTests
    {
        private const string Before = """
            using System;
            using NanoExecutor;
            public sealed class Flag : Future { public bool Result => true; public override Poll Poll(Waker waker) => Ready; }

            """;

        [TestMethod]
        public void Name_that_another_generator_may_write_is_marked_and_the_message_says_that_it_is_not_seen()
        {
            Diagnostic found = Only("NEX050", """
                public sealed partial class Blink : Routine
                {
                    private readonly Flag _flag = new Flag();
                    [Linear] private void Body()
                    {
                        Await(_flag);
                        Generated();
                    }
                }
                """);
            StringAssert.Contains(found.GetMessage(null), "What another generator writes is not seen here");
            Assert.AreEqual(9, found.Location.GetLineSpan().StartLinePosition.Line);
        }

        [TestMethod]
        public void Type_that_another_generator_may_write_is_marked_where_it_is_named()
        {
            Diagnostic found = Only("NEX050", """
                public sealed partial class Blink : Routine
                {
                    [Linear] private void Body(Generated[] items) { }
                }
                """);
            StringAssert.Contains(found.GetMessage(null), "What another generator writes is not seen here");
        }

        [TestMethod]
        public void Other_errors_of_the_compiler_are_not_put_down_to_another_generator()
        {
            Diagnostic found = Only("NEX050", """
                public sealed partial class Blink : Routine
                {
                    [Linear] private void Body() { int number = "text"; }
                }
                """);
            Assert.IsFalse(found.GetMessage(null).Contains("another generator", StringComparison.Ordinal), found.GetMessage(null));
        }

        [TestMethod]
        public void Second_linear_method_of_a_base_class_names_both_classes()
        {
            Diagnostic found = Only("NEX003", """
                public abstract partial class First : Routine { [Linear] private void Body() { } }
                public sealed partial class Second : First { [Linear] private void Run() { } }
                """);
            StringAssert.Contains(found.GetMessage(null), "'First', the base class of 'Second', has a [Linear] method already, 'Body'");
        }

        [TestMethod]
        public void Pointer_is_called_one()
        {
            Diagnostic found = Only("NEX026", """
                public sealed unsafe partial class Blink : Routine
                {
                    private readonly Flag _flag = new Flag();
                    private int* _at;
                    [Linear] private void Body() { int* at = _at; Await(_flag); _at = at; }
                }
                """);
            StringAssert.Contains(found.GetMessage(null), "'at' is a pointer");
        }

        [TestMethod]
        public void Blocking_call_in_a_method_that_a_task_calls_names_both()
        {
            Diagnostic found = Only("NEX202", """
                public sealed class Blink : Future
                {
                    public override Poll Poll(Waker waker) { Pause(); return Ready; }
                    private void Pause() { System.Threading.Thread.Sleep(1); }
                }
                """);
            StringAssert.Contains(found.GetMessage(null), "'Thread.Sleep' blocks the thread of the executor (Poll calls Pause)");
        }

        private static Diagnostic Only(string id, string text)
        {
            IReadOnlyList<Diagnostic> found = Workbench.Check(Before + text, out _);
            Diagnostic[] named = [.. found.Where(item => item.Id == id)];
            Assert.HasCount(1, named, string.Join("\n", found));
            return named[0];
        }
    }

    /// <summary>More forms of what is refused than lib/Generator/README.md shows. RuleTests has one of each.</summary>
    [TestClass]
    public sealed class RefusalTests
    {
        private const string Before = """
            using System;
            using NanoExecutor;
            public struct Guard : IDisposable { public int Pin; public void Dispose() { } }
            public sealed class Flag : Future { public bool Result => true; public override Poll Poll(Waker waker) => Ready; }
            public sealed class Count : Future { public int Result => 1; public override Poll Poll(Waker waker) => Ready; }
            public sealed partial class Example : Routine
            {
                private readonly Flag _flag = new Flag();
                private readonly Count _count = new Count();
                private Example _other;
                private int _total;
                private static Guard Hold() { return default; }
                private static bool Odd(int value) { return value % 2 != 0; }
                [Linear] private void Body()
                {

            """;

        [TestMethod]
        [DataRow("using (Hold()) { Await(_flag); }", "NEX022")]
        [DataRow("using (Guard guard = Hold()) { Await(_flag); }", "NEX022")]
        [DataRow("using var guard = Hold(); Await(_flag);", "NEX022")]
        [DataRow("Guard guard = Hold(); Await(_flag);", "NEX022")]
        [DataRow("if (Await(_flag) && _total > 1) { }", "NEX010")]
        [DataRow("_total += Await(_count);", "NEX010")]
        [DataRow("bool odd = Odd(Await(_count));", "NEX010")]
        [DataRow("int next = _total > 0 ? Await(_count) : 0;", "NEX010")]
        [DataRow("int sum = Await(_count) + 1;", "NEX010")]
        [DataRow("while (!Await(_flag)) { }", "NEX010")]
        [DataRow("int number = (int)(long)Await(_count);", "NEX010")]
        [DataRow("for (int i = 0; i < Await(_count); i++) { }", "NEX010")]
        [DataRow("Await(_other.Start()); this.Start();", "NEX040")]
        [DataRow("Await(this.Start());", "NEX040")]
        [DataRow("Await(this);", "NEX040")]
        [DataRow("Action wait = delegate { Await(_flag); };", "NEX011")]
        [DataRow("ref int total = ref _total; Await(_flag); total++;", "NEX020")]
        [DataRow("switch (_total) { case 0: goto case 1; case 1: Await(_flag); break; }", "NEX030")]
        public void Form_is_refused_with_the_message_of_its_rule(string statements, string id)
        {
            string[] found = [.. Workbench.Check(Before + statements + "\n}\n}", out _)
                .Where(item => item.Severity == DiagnosticSeverity.Error)
                .Select(item => item.Id)
                .Distinct()];
            CollectionAssert.AreEqual(new[] { id }, found);
        }
    }
}
