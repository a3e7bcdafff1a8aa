using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>A short run of the proof.</summary>
    [TestClass]
    public sealed class ProofTests
    {
        private static TwinBatch? s_batch;

        public static IEnumerable<object[]> Programs => Handwritten.All().Select(program => new object[] { program.Name });

        [ClassInitialize]
        public static void Compile(TestContext context)
        {
            s_batch = new TwinBatch(Handwritten.All());
        }

        [ClassCleanup]
        public static void Unload()
        {
            s_batch!.Dispose();
        }

        [TestMethod]
        [DynamicData(nameof(Programs))]
        public void Program_written_by_hand_does_what_its_async_twin_does(string name)
        {
            ProgramSource program = Handwritten.All().Single(item => item.Name == name);
            Failure? failure = Failure.Find(s_batch!, program, Handwritten.Scenarios, new Tally());
            Assert.IsNull(failure, failure?.Describe());
            Assert.IsTrue(s_batch!.IsComplete, "Another program did not compile, so this one did not run.");
        }

        [TestMethod]
        public void Random_programs_do_what_their_async_twins_do()
        {
            ProgramSource[] programs = [.. Enumerable.Range(1, 100).Select(seed => ProgramMaker.Make(seed).ToSource(Proof.Name(seed)))];
            using TwinBatch batch = new(programs);
            Failure? failure = programs.Select(program => Failure.Find(batch, program, 3, new Tally())).FirstOrDefault(item => item != null);
            Assert.IsNull(failure, failure?.Describe());
        }

        [TestMethod]
        public void Same_seed_makes_the_same_program()
        {
            Assert.AreEqual(ProgramMaker.Make(7).ToSource("P").Text, ProgramMaker.Make(7).ToSource("P").Text);
            Assert.AreNotEqual(ProgramMaker.Make(7).ToSource("P").Text, ProgramMaker.Make(8).ToSource("P").Text);
        }
    }

    /// <summary>
    /// The warnings in the editor say the same as tests/AllocationProof does after the build: the programs of its self-test, whose
    /// lines are marked with what it finds there, are given to the analyzer.
    /// </summary>
    [TestClass]
    public sealed partial class AgreementTests
    {
        // What the proof calls it, and what the editor does. Rules that need more than one method (the costs of a member that
        // is not listed, native code, what becomes of the result of a [ThrowHelper]) are the proof's alone.
        private static readonly Dictionary<string, string[]> s_names = new()
        {
            ["new-object"] = ["NEX109", "NEX111", "NEX104"],
            ["new-array"] = ["NEX110"],
            ["params-array"] = ["NEX107"],
            ["box"] = ["NEX102"],
            ["string-literal"] = ["NEX101", "NEX112"],
            ["type-token"] = ["NEX113"],
            ["new-delegate"] = ["NEX105"],
            ["capturing-lambda"] = ["NEX106"],
            ["first-use-lambda"] = ["NEX117"],
            ["struct-load"] = ["NEX104"],
            ["struct-by-value"] = ["NEX104"],
            ["member-allocates"] = ["NEX111", "NEX114"],
            ["foreach-enumerator"] = ["NEX108"],
            ["exception-made"] = ["NEX118"],
            ["throw"] = ["NEX118"],
        };

        // Of a call the editor sees only that the result is a struct; of a parameter and a local, where it is declared.
        // What a captured local costs the proof says at the local and the editor at the function. What becomes of strings put
        // together, and of a foreach over one, the compiler settles by the library that it compiles against: the proof's is
        // nanoFramework's, the editor's here .NET's, so the editor warns of other parts of it, or not at all of the foreach.
        private static readonly string[] s_elsewhere =
        [
            "_pair = Made();", "private static int Given(Pair pair)", "Pair local;", "int Add()", "_shown = _kept + _number;",
            "_shown = $\"{_number}\";", "_shown += 'x';", "foreach (char character in _shown)",
        ];

        [TestMethod]
        [DataRow("Boxing")]
        [DataRow("Clean")]
        [DataRow("Delegates")]
        [DataRow("Handlers")]
        [DataRow("Objects")]
        [DataRow("Params")]
        [DataRow("Platform")]
        [DataRow("Primitives")]
        [DataRow("Strings")]
        [DataRow("StructCopies")]
        [DataRow("StructLocals")]
        [DataRow("Throwing")]
        [DataRow("TypeTokens")]
        public void Analyzer_warns_in_the_lines_in_which_the_proof_finds(string name)
        {
            string source = Read("case/" + name);
            IReadOnlyList<Diagnostic> found = Workbench.Check(TaskClass().Replace(source, "[AllocatesNothing] $0"), out string[] lines);
            List<string> differences = [];
            for (int line = 0; line < lines.Length; line++)
            {
                string[] marked = [.. Mark().Matches(lines[line].Split("//!").ElementAtOrDefault(1) ?? string.Empty)
                    .Select(match => match.Value).Where(s_names.ContainsKey).Distinct()];
                if (s_elsewhere.Any(text => lines[line].TrimStart().StartsWith(text, StringComparison.Ordinal)))
                {
                    continue;
                }

                string[] given = [.. found.Where(item => item.Location.GetLineSpan().StartLinePosition.Line == line).Select(item => item.Id)];
                differences.AddRange(marked.Where(rule => !s_names[rule].Intersect(given).Any())
                    .Select(rule => $"{line + 1}: {rule} has no warning: {lines[line].Trim()}"));
                differences.AddRange(given.Where(id => !marked.Any(rule => s_names[rule].Contains(id)))
                    .Select(id => $"{line + 1}: {id} is no finding: {lines[line].Trim()}"));
            }

            Assert.IsEmpty(differences, string.Join("\n", differences));
        }

        private static string Read(string name)
        {
            using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
            return reader.ReadToEnd().ReplaceLineEndings("\n");
        }

        [GeneratedRegex("public sealed class Task\\b")]
        private static partial Regex TaskClass();

        [GeneratedRegex("[a-z]+(-[a-z]+)+|box|\\bthrow\\b")]
        private static partial Regex Mark();
    }

    /// <summary>The generator never crashes, and what it writes compiles, whatever stands in a body.</summary>
    [TestClass]
    public sealed class MutationTests
    {
        private const int Bodies = 2500;

        [TestMethod]
        public void Mutated_bodies_are_lowered_or_refused_and_never_break_the_generator()
        {
            Mutations mutations = new(seed: 1);
            string? wrong = mutations.Run(Bodies);
            Assert.IsNull(wrong, wrong);
            Assert.IsGreaterThanOrEqualTo(2000, mutations.Made, "Too few bodies were made.");
            Assert.IsGreaterThan(mutations.Made / 20, mutations.Lowered, "Hardly any of them compiled, so hardly any was lowered.");
        }
    }
}
