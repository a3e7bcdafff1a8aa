using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoExecutor.Soak.Running;

namespace NanoExecutor.Soak
{
    [TestClass]
    public class SoakTests
    {
        public TestContext TestContext { get; set; } = null!;

        [TestMethod]
        public void Soak_ofAnHourWith64Tasks_keepsEveryInvariant()
        {
            TestContext.WriteLine(new Run(new Options(Seed: 1, Minutes: 60, Tasks: 64)).Soak());
        }

        [TestMethod]
        [DataRow(2ul)]
        [DataRow(3ul)]
        [DataRow(4ul)]
        [DataRow(5ul)]
        public void Soak_ofOtherTrees_keepsEveryInvariant(ulong seed)
        {
            TestContext.WriteLine(new Run(new Options(seed, Minutes: 3, Tasks: 64)).Soak());
        }

        [TestMethod]
        public void Soak_ofOneTask_keepsEveryInvariant()
        {
            TestContext.WriteLine(new Run(new Options(Seed: 6, Minutes: 60, Tasks: 1)).Soak());
        }

        [TestMethod]
        public void Soak_ofWorldsOfAllSizes_keepsEveryInvariant()
        {
            for (ulong seed = 100; seed < 120; seed++)
            {
                TestContext.WriteLine(new Run(new Options(seed, Minutes: 2, Tasks: 0)).Soak());
            }
        }

        [TestMethod]
        public void Soak_twiceWithOneSeed_isTheSame()
        {
            Options options = new(Seed: 7, Minutes: 2, Tasks: 64);
            Assert.AreEqual(EventsOf(options), EventsOf(options), "all follows from the seed");
        }

        [TestMethod]
        [DataRow(nameof(Sabotage.LoseWake))]
        [DataRow(nameof(Sabotage.LoseItem))]
        [DataRow(nameof(Sabotage.RepeatItem))]
        [DataRow(nameof(Sabotage.LeaveWaiter))]
        public void Soak_withSabotage_findsIt(string sabotage)
        {
            Options options = new(Seed: 8, Minutes: 60, Tasks: 64, Enum.Parse<Sabotage>(sabotage));
            BrokenException broken = Assert.ThrowsExactly<BrokenException>(() => new Run(options).Soak());
            TestContext.WriteLine(broken.Message);
            Assert.Contains("seed 8, at ", broken.Message, "what it takes to see it again");
        }

        // The summary but for the seconds it took.
        private static string EventsOf(Options options)
        {
            string summary = new Run(options).Soak();
            return summary[summary.IndexOf(';')..];
        }
    }
}
