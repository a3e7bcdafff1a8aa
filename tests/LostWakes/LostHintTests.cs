using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// A wake whose hint was overwritten or left behind by another wake at the same moment. Each test takes the hint
    /// away by hand, as a thread that was stopped in the middle of a wake would.
    /// </summary>
    [TestClass]
    public class LostHintTests
    {
        private const int Slots = 100;
        private const int Woken = 70;

        [TestMethod]
        public void LostHint_isFoundByTheLookBeforeThePark()
        {
            Bench bench = new Bench();
            bench.WakeWithoutHint(Woken);
            Assert.IsTrue(bench.Protocol.FindAwake(), "NeedRun of its group says where to look");
            bench.RunAll();
            Assert.AreEqual(2, bench.Protocol.Tasks.Polls[Woken], "the first poll, and the one it was woken for");
            Assert.AreEqual(1L, bench.Protocol.LostHints, "which counts as a lost hint");
            Assert.IsFalse(bench.Protocol.FindAwake(), "nobody else is awake");
        }

        [TestMethod]
        public void LostHint_ofTheLookItself_isFoundByTheNextLook()
        {
            Bench bench = new Bench();
            int head = bench.Protocol.Head;
            bench.WakeWithoutHint(Woken);
            bench.Protocol.FindAwake();
            bench.Protocol.Head = head;
            Assert.IsTrue(bench.Protocol.FindAwake(), "a look that finds a slot awake keeps NeedRun");
            bench.RunAll();
            Assert.AreEqual(2, bench.Protocol.Tasks.Polls[Woken], "and the wake is not lost");
        }

        [TestMethod]
        public void LostHint_whileOthersAreBusy_isRenewed()
        {
            Bench bench = new Bench();
            bench.WakeWithoutHint(Woken);
            Waker busy = bench.Protocol.Tasks.Wakers[0];
            int rounds = 0;
            while (bench.Protocol.Tasks.Polls[Woken] == 1 && rounds < 10000)
            {
                busy.Wake();
                bench.Protocol.RunHinted(1);
                bench.Protocol.RenewHints();
                rounds++;
            }

            Assert.AreEqual(2, bench.Protocol.Tasks.Polls[Woken], "a busy executor looks once in a while");
        }

        [TestMethod]
        public void NeedRun_isKeptForEachGroup()
        {
            Bench bench = new Bench();
            bench.Protocol.Tasks.Wakers[Woken].Wake();
            for (int group = 0; group < bench.Protocol.Groups.Length; group++)
            {
                bool expected = group == Woken >> WakeGroup.SizeBits;
                Assert.AreEqual(expected, bench.Protocol.Groups[group].NeedRun, "group " + group.ToString());
            }

            Assert.IsTrue(bench.Protocol.IsNeeded, "one is enough for the executor");
        }

        // All slots taken, by tasks that were polled once and sleep.
        private sealed class Bench
        {
            internal readonly WakeProtocol Protocol = new WakeProtocol(null, Slots, new ThreadParker());

            internal Bench()
            {
                for (int slot = 0; slot < Slots; slot++)
                {
                    Protocol.Tasks.Wakers[Protocol.Tasks.Put(new NeverFuture())].Wake();
                }

                RunAll();
                Assert.IsFalse(Protocol.FindAwake(), "all sleep");
            }

            internal void RunAll()
            {
                Protocol.RunHinted(Slots);
            }

            internal void WakeWithoutHint(int slot)
            {
                int head = Protocol.Head;
                Protocol.Tasks.Wakers[slot].Wake();
                Protocol.Head = head;
            }
        }
    }
}
