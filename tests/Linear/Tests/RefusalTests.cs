using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
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
