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
        [TestMethod]
        public void LostHint_isFoundByTheLookBeforeThePark_whateverTheSlot()
        {
            // Across the edges of groups of 8, 16 and 32.
            EachSlot(1);
            EachSlot(9);
            EachSlot(33);
            EachSlot(65);
            EachSlot(257);
        }

        [TestMethod]
        public void LostHint_ofTheLookItself_isFoundByTheNextLook()
        {
            Bench bench = new Bench(100);
            int head = 0;
            bool again = true;
            bench.First.OnPoll = () =>
            {
                if (again)
                {
                    // The look has just hinted the first slot and the last; the hint of the last is lost again.
                    again = false;
                    head = bench.Executor.Protocol.Head;
                    bench.Executor.Protocol.Head = head - 1;
                }
            };
            bench.WakeWithoutHint(99);
            bench.WakeWithoutHint(0);
            bench.Executor.RunUntilIdle();
            Assert.IsFalse(again, "the look has hinted both");
            Assert.AreEqual(2L, bench.PollsOf(99), "a look that finds a slot awake keeps NeedRun of its group");
        }

        [TestMethod]
        public void LostHint_whileOthersAreBusy_isRenewed()
        {
            Bench bench = new Bench(100);
            int rounds = 0;
            bench.First.OnPoll = () =>
            {
                if (bench.PollsOf(70) == 1 && ++rounds < 100000)
                {
                    bench.Executor.Tasks.Wakers[0].Wake();
                }
            };
            bench.WakeWithoutHint(70);
            bench.Executor.Tasks.Wakers[0].Wake();
            bench.Executor.RunUntilIdle();
            Assert.AreEqual(2L, bench.PollsOf(70), "woken");
            Assert.IsTrue(rounds < 100000, "and not only when the busy one gave up: " + rounds.ToString());
            Assert.AreEqual(1L, bench.Executor.Protocol.LostHints, "which counts as a lost hint");
        }

        [TestMethod]
        public void Hints_ofTasksThatAreAllAwake_fillTheRingAndAreNotTakenForLost()
        {
            // As many tasks as places: the ring is full between any two batches.
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(4);
            executor.Spawn(new Steps(log, "a", 500));
            executor.Spawn(new Steps(log, "b", 500));
            executor.Spawn(new Steps(log, "c", 500));
            executor.Spawn(new Steps(log, "d", 500));
            executor.RunUntilIdle();
            Assert.AreEqual(0L, executor.Protocol.LostHints, "no hint was lost");
            for (int turn = 0; turn < log.Text.Length; turn += 4)
            {
                Assert.AreEqual("abcd", log.Text.Substring(turn, 4), "and they take turns");
            }
        }

        [TestMethod]
        public void Head_setBackBehindTheTail_isSetRight()
        {
            Bench bench = new Bench(4);
            bench.Executor.Protocol.Head -= 3;
            bench.Executor.Tasks.Wakers[2].Wake();
            bench.Executor.RunUntilIdle();
            Assert.AreEqual(2L, bench.PollsOf(2), "the wake counts");
            bench.Executor.Tasks.Wakers[3].Wake();
            bench.Executor.RunUntilIdle();
            Assert.AreEqual(2L, bench.PollsOf(3), "and so do later ones");
        }

        [TestMethod]
        public void Head_thatWrapsAround_losesNothing()
        {
            Bench bench = new Bench(4);
            bench.Executor.Protocol.Head = int.MaxValue - 1;
            bench.Executor.Protocol.Tail = int.MaxValue - 1;
            for (int i = 0; i < 4; i++)
            {
                bench.Executor.Tasks.Wakers[i].Wake();
            }

            bench.Executor.RunUntilIdle();
            for (int i = 0; i < 4; i++)
            {
                Assert.AreEqual(2L, bench.PollsOf(i), "slot " + i.ToString());
            }

            Assert.IsTrue(bench.Executor.Protocol.Head < 0, "past the end of an int");
            Assert.AreEqual(0L, bench.Executor.Protocol.LostHints, "each by its hint");
        }

        private static void EachSlot(int slots)
        {
            Bench bench = new Bench(slots);
            for (int slot = 0; slot < slots; slot++)
            {
                bench.WakeWithoutHint(slot);
                bench.Executor.RunUntilIdle();
                Assert.AreEqual(2L, bench.PollsOf(slot), "slot " + slot.ToString() + " of " + slots.ToString());
                Assert.AreEqual(slot + 1L, bench.Executor.Protocol.LostHints, "which counts as a lost hint");
            }
        }

        // All slots taken, by tasks that were polled once and sleep.
        private sealed class Bench
        {
            internal readonly Executor Executor;
            internal readonly Sleeper First = new Sleeper();

            internal Bench(int slots)
            {
                Executor = new ManualMachine().NewExecutor(slots);
                Executor.Spawn(First);
                for (int slot = 1; slot < slots; slot++)
                {
                    Executor.Spawn(new NeverFuture());
                }

                Executor.RunUntilIdle();
            }

            internal long PollsOf(int slot)
            {
                return Executor.Tasks.Wakers[slot].Polls;
            }

            internal void WakeWithoutHint(int slot)
            {
                int head = Executor.Protocol.Head;
                Executor.Tasks.Wakers[slot].Wake();
                Executor.Protocol.Head = head;
            }
        }

        private sealed class Sleeper : Future
        {
            internal System.Threading.ThreadStart OnPoll;

            public override Poll Poll(Waker waker)
            {
                if (OnPoll != null)
                {
                    OnPoll();
                }

                return Pending;
            }
        }
    }
}
