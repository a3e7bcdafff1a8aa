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
}
