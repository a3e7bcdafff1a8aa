using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoExecutor.Generator;

namespace NanoExecutor.LinearProof
{
    /// <summary>lib/Generator/README.md describes every rule, and its examples give the message that they stand under.</summary>
    [TestClass]
    public sealed partial class RuleTests
    {
        private const string Before = """
            using System;
            using System.Collections;
            using System.Threading;
            using System.Threading.Tasks;
            using NanoExecutor;

            public struct Point { public int X; public int Y; }
            public sealed class ButtonWait : Future
            {
                public bool Result => true;
                public override Poll Poll(Waker waker) => Ready;
            }

            """;

        private const string BeforeMember = """
            public sealed partial class Example : Routine
            {
                private readonly Delay _delay = new Delay();
                private readonly ButtonWait _button = new ButtonWait();
                private readonly int[] _values = new int[4];
                private int _total;

            """;

        public static IEnumerable<object[]> Rules => Documented().Select(rule => new object[] { rule.Id });

        [TestMethod]
        [DynamicData(nameof(Rules))]
        public void Example_of_a_rule_gives_its_message_where_it_is_marked(string id)
        {
            Documented rule = Documented().Single(item => item.Id == id);
            IReadOnlyList<Diagnostic> found = Workbench.Check(Source(rule.Wrong), out string[] lines, Version(rule));
            string[] marked = [.. lines.Select((text, line) => (text, line))
                .Where(item => item.text.Contains("// " + id, StringComparison.Ordinal))
                .Select(item => Place(id, item.line))];
            // What is refused may allocate too.
            string[] given = [.. found.Where(item => item.Id == id || IsRefusal(item))
                .Select(item => Place(item.Id, item.Location.GetLineSpan().StartLinePosition.Line))
                .Distinct()
                .Order(StringComparer.Ordinal)];
            CollectionAssert.AreEqual(marked, given, $"Marked are {string.Join(", ", marked)}, given {string.Join(", ", found)}.");
        }

        [TestMethod]
        [DynamicData(nameof(Rules))]
        public void Second_example_of_a_rule_gives_no_message(string id)
        {
            Documented rule = Documented().Single(item => item.Id == id);
            IReadOnlyList<Diagnostic> found = Workbench.Check(Source(rule.Right), out _, Version(rule));
            Assert.IsEmpty(found, string.Join(", ", found));
        }

        [TestMethod]
        public void Every_rule_is_documented_under_its_title()
        {
            IEnumerable<DiagnosticDescriptor> all = typeof(Refusals).GetFields(BindingFlags.Static | BindingFlags.Public)
                .Select(field => field.GetValue(null)).OfType<DiagnosticDescriptor>()
                .Concat(AllocationRules.All)
                .Concat(TaskRules.All);
            string[] rules = [.. all.Select(rule => rule.Id + " " + rule.Title).Order(StringComparer.Ordinal)];
            string[] documented = [.. Heading().Matches(Text()).Select(match => match.Groups["rule"].Value).Order(StringComparer.Ordinal)];
            CollectionAssert.AreEqual(rules, documented);
        }

        [TestMethod]
        public void Every_rule_but_the_last_resort_has_an_example()
        {
            string[] without = [.. Heading().Matches(Text()).Select(match => match.Groups["id"].Value)
                .Except(Documented().Select(rule => rule.Id))];
            CollectionAssert.AreEqual(new[] { Refusals.NotLowered.Id }, without);
        }

        // An example of what came later is in the C# of that time; all others must do for a device.
        private static LanguageVersion Version(Documented rule)
        {
            return rule.Wrong.StartsWith("file ", StringComparison.Ordinal) ? LanguageVersion.Latest : LanguageVersion.CSharp9;
        }

        private static string Source(string example)
        {
            string last = example.Contains("[Linear]", StringComparison.Ordinal) ? "\n}\n" : "\n[Linear] private void Body() { }\n}\n";
            return example.Contains("class ", StringComparison.Ordinal) ? Before + example : Before + BeforeMember + example + last;
        }

        private static string Place(string id, int line)
        {
            return id + " in line " + line;
        }

        private static bool IsRefusal(Diagnostic diagnostic)
        {
            return diagnostic.Id.StartsWith("NEX0", StringComparison.Ordinal);
        }

        private static string Text()
        {
            using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream("rules")!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        private static IReadOnlyList<Documented> Documented()
        {
            return [.. Section().Matches(Text()).Select(match => new Documented(
                match.Groups["id"].Value, match.Groups["title"].Value, match.Groups["wrong"].Value, match.Groups["right"].Value))];
        }

        [GeneratedRegex("^### (?<rule>(?<id>NEX\\d+) .+)$", RegexOptions.Multiline)]
        private static partial Regex Heading();

        [GeneratedRegex("^### (?<id>NEX\\d+) (?<title>.+)\n```csharp\n(?<wrong>[^`]+)```\n```csharp\n(?<right>[^`]+)```\n", RegexOptions.Multiline)]
        private static partial Regex Section();
    }

    /// <summary>A rule as lib/Generator/README.md describes it.</summary>
    internal sealed record Documented(string Id, string Title, string Wrong, string Right);
}
