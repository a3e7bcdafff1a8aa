using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>
    /// Each construct of C#, before, around and behind an Await: it is lowered, or there is a message in the user's line. Never an
    /// error in a generated file.
    /// </summary>
    [TestClass]
    public sealed class ConstructTests
    {
        private static readonly Dictionary<string, (IReadOnlyList<Construct> Constructs, Outcomes Outcomes)> s_files = new()
        {
            ["Bodies"] = Together("Bodies"),
            ["Tasks"] = Together("Tasks"),
        };

        public static IEnumerable<object[]> Bodies => Names("Bodies");

        public static IEnumerable<object[]> Tasks => Names("Tasks");

        public static IEnumerable<object[]> Classes => Construct.Read("Classes").Select(construct => new object[] { construct.Name });

        [TestMethod]
        [DynamicData(nameof(Bodies))]
        public void Body_is_lowered_or_refused_as_it_should_be(string name)
        {
            AssertOutcome("Bodies", name);
        }

        [TestMethod]
        [DynamicData(nameof(Tasks))]
        public void Task_is_warned_about_as_it_should_be(string name)
        {
            AssertOutcome("Tasks", name);
        }

        [TestMethod]
        [DynamicData(nameof(Classes))]
        public void Class_is_completed_or_refused_as_it_should_be(string name)
        {
            Construct construct = Construct.Read("Classes").Single(item => item.Name == name);
            Outcomes outcomes = new([construct.Text]);
            AssertClean(outcomes);
            Assert.AreEqual(construct.Expected, outcomes.Ids(0), string.Join("\n", outcomes.Said(0)));
        }

        [TestMethod]
        [DataRow("Bodies")]
        [DataRow("Tasks")]
        public void No_file_that_is_generated_has_an_error(string file)
        {
            AssertClean(s_files[file].Outcomes);
        }

        private static void AssertOutcome(string file, string name)
        {
            (IReadOnlyList<Construct> constructs, Outcomes outcomes) = s_files[file];
            (int index, Construct construct) = constructs.Index().Single(item => item.Item.Name == name);
            string said = string.Join("\n", outcomes.Said(index));
            Assert.AreEqual(construct.Expected, outcomes.Ids(index), said);
            Assert.IsTrue(
                outcomes.Said(index).All(diagnostic => IsIn(construct.Body, diagnostic)),
                "A message stands outside of the line that it is about: " + said);
        }

        private static void AssertClean(Outcomes outcomes)
        {
            Assert.IsNull(outcomes.Crash, outcomes.Crash?.ToString());
            Assert.IsEmpty(outcomes.InGenerated, string.Join("\n", outcomes.InGenerated));
            Assert.IsEmpty(outcomes.EmitErrors, string.Join("\n", outcomes.EmitErrors));
        }

        // Members of the class that a construct brings along stand before its body.
        private static bool IsIn(Range body, Diagnostic diagnostic)
        {
            int line = diagnostic.Location.GetLineSpan().StartLinePosition.Line;
            return !diagnostic.Id.StartsWith("NEX0", StringComparison.Ordinal) || (line >= body.Start.Value && line < body.End.Value);
        }

        private static (IReadOnlyList<Construct> Constructs, Outcomes Outcomes) Together(string file)
        {
            IReadOnlyList<Construct> constructs = Construct.Read(file);
            return (constructs, new Outcomes([.. constructs.Select(construct => construct.Text)]));
        }

        private static IEnumerable<object[]> Names(string file)
        {
            return Construct.Read(file).Select(construct => new object[] { construct.Name });
        }
    }
}
