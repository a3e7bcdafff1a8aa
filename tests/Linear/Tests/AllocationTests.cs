using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>Where the warnings about allocations are given, and with how many bytes. RuleTests has an example of each.</summary>
    [TestClass]
    public sealed class AllocationTests
    {
        private const string Before = """
            using System;
            using NanoExecutor;
            public struct Two { public int A, B; }
            public class Base { public int Field; public object Other { get; set; } }
            public class Derived : Base { private long _more; }

            """;

        [TestMethod]
        public void Code_without_a_mark_is_left_alone()
        {
            Assert.AreEqual(string.Empty, Ids("public class C { object M() { return new object(); } }"));
        }

        [TestMethod]
        public void Exception_is_an_object_like_others_unless_a_throw_helper_made_it()
        {
            Assert.AreEqual("NEX101 NEX118 NEX118", Ids("""
                public class C
                {
                    private static readonly Exception s_kept = new Exception();
                    [AllocatesNothing] int M(int value)
                    {
                        if (value == 1) throw new ArgumentException("text");
                        if (value == 2) throw s_kept;
                        if (value == 3) throw Wrong(value);
                        try { return value > 9 ? throw Wrong(9) : value; } catch (Exception) { throw; }
                    }
                    [ThrowHelper] private static Exception Wrong(int value) { return new ArgumentException("wrong: " + value); }
                    private class ThrowHelperAttribute : Attribute { }
                }
                """));
        }

        [TestMethod]
        public void Throw_helper_may_allocate_in_a_class_that_promises_not_to()
        {
            Assert.AreEqual(string.Empty, Ids("""
                [AllocatesNothing] public class C
                {
                    [ThrowHelper] private static Exception Wrong(int value) { return new ArgumentException("wrong: " + value); }
                    private class ThrowHelperAttribute : Attribute { }
                }
                """));
        }

        [TestMethod]
        public void Mark_on_a_class_is_for_methods_and_properties_and_not_for_constructors()
        {
            Assert.AreEqual("NEX109 NEX110", Ids("""
                [AllocatesNothing] public class C
                {
                    public C() { new object(); }
                    object M() { return new object(); }
                    object P { get { return new int[3]; } }
                }
                """));
        }

        [TestMethod]
        public void Mark_on_a_virtual_member_is_for_its_overrides()
        {
            Assert.AreEqual("NEX109", Ids("""
                public abstract class C { [AllocatesNothing] public abstract void M(); public abstract void N(); }
                public class D : C { public override void M() { new object(); } public override void N() { new object(); } }
                """));
        }

        [TestMethod]
        public void Default_values_and_constants_of_cases_are_no_use_of_a_literal()
        {
            Assert.AreEqual("NEX112", Ids("""
                public class C
                {
                    [AllocatesNothing] int M(string text = "x")
                    {
                        switch (text) { case "a": return 1; case "b": return 2; default: return 0; }
                    }
                }
                """));
        }

        [TestMethod]
        public void Body_of_a_lambda_is_left_alone()
        {
            Assert.AreEqual("NEX117", Ids("""
                public class C { [AllocatesNothing] void M() { Action a = () => new object(); a(); } }
                """));
        }

        [TestMethod]
        [DataRow("new byte[64]", "84")]
        [DataRow("new int[4]", "36")]
        [DataRow("new object[4]", "72")]
        [DataRow("new object()", "12")]
        [DataRow("new Derived()", "48")]
        [DataRow("(object)5", "24")]
        [DataRow("new Two()", "36")]
        [DataRow("(object)DateTime.MinValue", "24")]
        public void Bytes_are_those_that_nanoCLR_was_measured_to_take(string expression, string bytes)
        {
            Diagnostic found = Find("public class C { object _o; [AllocatesNothing] void M() { _o = " + expression + "; } }").First();
            StringAssert.Matches(found.GetMessage(null), new System.Text.RegularExpressions.Regex("\\b" + bytes + " bytes"));
        }

        [TestMethod]
        public void Struct_reached_by_address_is_left_alone()
        {
            Assert.AreEqual(string.Empty, Ids("""
                public class C
                {
                    private readonly Two[] _items = new Two[2];
                    private Two _one;
                    [AllocatesNothing] int M(ref Two other)
                    {
                        _one.A = other.B;
                        ref Two item = ref _items[0];
                        item.A++;
                        Take(ref _items[1], in _one);
                        return _items[1].B + _one.A;
                    }
                    [AllocatesNothing] void Take(ref Two first, in Two second) { first.A = second.B; }
                }
                """));
        }

        [TestMethod]
        public void Struct_that_is_copied_is_found_in_every_form()
        {
            Assert.AreEqual("NEX103 NEX104 NEX104 NEX104 NEX104 NEX104", Ids("""
                public class C
                {
                    private readonly Two[] _items = new Two[2];
                    [AllocatesNothing] int M()
                    {
                        Two local = _items[0];
                        Take(local);
                        return Give().A + local.B;
                    }
                    [AllocatesNothing] Two Give() { return _items[0]; }
                    void Take(Two two) { }
                }
                """));
        }

        private static string Ids(string source)
        {
            return string.Join(" ", Find(source).Select(item => item.Id).Order(StringComparer.Ordinal));
        }

        private static IReadOnlyList<Diagnostic> Find(string source)
        {
            return [.. Workbench.Check(Before + source, out _).OrderBy(item => item.Location.SourceSpan.Start)];
        }
    }
}
