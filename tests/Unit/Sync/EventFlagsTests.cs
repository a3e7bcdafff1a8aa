using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class EventFlagsTests
    {
        [TestMethod]
        public void TaskThatThrowsWhileItWaits_givesUpItsTurn_evenIfItCancelsNothing()
        {
            EventFlags flags = new EventFlags(true);
            Executor executor = new ManualMachine().NewExecutor(3);
            Careless careless = new Careless(flags.NewWaitAny(1));
            executor.Spawn(careless);
            Awaiting second = new Awaiting(flags.NewWaitAny(1));
            executor.Spawn(second);
            executor.RunUntilIdle();
            careless.Throws = true;
            flags.Set(1);
            executor.RunUntilIdle();
            Assert.AreEqual(1, second.Done, "the flag goes to the next");
        }

        [TestMethod]
        public void WaitAny_goesOnWithTheFirst()
        {
            EventFlags flags = new EventFlags(false);
            EventFlagsWait wait = flags.NewWaitAny(6);
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting task = new Awaiting(wait);
            executor.Spawn(task);
            executor.RunUntilIdle();
            flags.Set(9);
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Polls, "not for flags it does not wait for");
            flags.Set(2);
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, "one of them is enough");
            Assert.AreEqual(2, wait.Result, "and says which");
            Assert.AreEqual(11, flags.Value, "a manual reset leaves them");
        }

        [TestMethod]
        public void WaitAll_needsAllAtOnce()
        {
            EventFlags flags = new EventFlags(false);
            EventFlagsWait wait = flags.NewWaitAll(3);
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting task = new Awaiting(wait);
            executor.Spawn(task);
            executor.RunUntilIdle();
            flags.Set(1);
            Assert.AreEqual(1, flags.Clear(1), "it was set");
            flags.Set(2);
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Polls, "never both at once, and not woken for one");
            flags.Set(1);
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, "both");
            Assert.AreEqual(3, wait.Result, "both");
        }

        [TestMethod]
        public void ManualReset_letsAllGoOnUntilCleared()
        {
            EventFlags flags = new EventFlags(false);
            Executor executor = new ManualMachine().NewExecutor(2);
            EventFlagsWait one = flags.NewWaitAny(1);
            flags.Set(1);
            executor.BlockOn(one);
            executor.BlockOn(one);
            executor.BlockOn(flags.NewWaitAll(1));
            flags.Clear(1);
            Awaiting task = new Awaiting(one);
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(0, task.Done, "cleared");
            Assert.AreEqual(1, flags.Waiting, "it waits");
        }

        [TestMethod]
        public void AutoReset_letsOneGoOnForEachFlag_theLongestWaitingFirst()
        {
            EventFlags flags = new EventFlags(true);
            Executor executor = new ManualMachine().NewExecutor(3);
            Log log = new Log();

            // Made in another order than they come to wait, so that the order is that of their waits.
            EventFlagsWait late = flags.NewWaitAny(1);
            EventFlagsWait middle = flags.NewWaitAny(3);
            EventFlagsWait early = flags.NewWaitAny(1);
            executor.Spawn(new Awaiting(early, log, "a"));
            executor.Spawn(new Awaiting(middle, log, "b"));
            executor.Spawn(new Awaiting(late, log, "c"));
            executor.RunUntilIdle();
            flags.Set(1);
            executor.RunUntilIdle();
            Assert.AreEqual("a", log.Text, "one flag, one task");
            Assert.AreEqual(0, flags.Value, "which cleared it");
            flags.Set(3);
            executor.RunUntilIdle();
            Assert.AreEqual("ab", log.Text, "the next takes both, as it waits for any of them");
            Assert.AreEqual(3, middle.Result, "both");
            flags.Set(1);
            executor.RunUntilIdle();
            Assert.AreEqual("abc", log.Text, "and the last");
        }

        [TestMethod]
        public void AutoReset_whoStoodBack_isToldOfWhatIsLeft()
        {
            EventFlags flags = new EventFlags(true);
            Executor executor = new ManualMachine().NewExecutor(2);
            Log log = new Log();
            EventFlagsWait one = flags.NewWaitAny(1);
            EventFlagsWait any = flags.NewWaitAny(3);
            executor.Spawn(new Awaiting(one, log, "a"));
            executor.Spawn(new Awaiting(any, log, "b"));
            executor.RunUntilIdle();

            // The later one was made last and is woken first; it has to stand back from flag 1.
            flags.Set(3);
            executor.RunUntilIdle();
            Assert.AreEqual("ab", log.Text, "each gets something");
            Assert.AreEqual(1, one.Result, "the earlier what it waited for");
            Assert.AreEqual(2, any.Result, "the later what is left");
            Assert.AreEqual(0, flags.Value, "nothing else");
        }

        [TestMethod]
        public void AutoReset_cancelOfAWokenOne_letsTheNextGoOn()
        {
            EventFlags flags = new EventFlags(true);
            Executor executor = new ManualMachine().NewExecutor(2);
            EventFlagsWait late = flags.NewWaitAny(1);
            EventFlagsWait early = flags.NewWaitAny(1);
            Awaiting first = new Awaiting(early);
            Awaiting second = new Awaiting(late);
            long handle = executor.Spawn(first);
            executor.Spawn(second);
            executor.RunUntilIdle();
            flags.Set(1);
            executor.Abort(handle);
            executor.RunUntilIdle();
            Assert.AreEqual(1, second.Done, "the flag was not lost with the first");
        }

        [TestMethod]
        public void AutoReset_cancelAfterTheOtherStoodBack_tellsIt()
        {
            EventFlags flags = new EventFlags(true);
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate idle = new Gate();
            executor.Spawn(idle);
            executor.RunUntilIdle();
            EventFlagsWait early = flags.NewWaitAny(1);
            Awaiting second = new Awaiting(flags.NewWaitAny(1));
            early.Poll(idle.Waker);
            executor.Spawn(second);
            executor.RunUntilIdle();
            flags.Set(1);
            executor.RunUntilIdle();
            Assert.AreEqual(0, second.Done, "the first has its turn, and is not polled");
            early.Cancel();
            executor.RunUntilIdle();
            Assert.AreEqual(1, second.Done, "until it is cancelled");
        }

        [TestMethod]
        public void AutoReset_all_takesNothingUntilItCanHaveAll()
        {
            EventFlags flags = new EventFlags(true);
            Executor executor = new ManualMachine().NewExecutor(2);
            EventFlagsWait all = flags.NewWaitAll(3);
            EventFlagsWait one = flags.NewWaitAny(1);
            Awaiting both = new Awaiting(all);
            Awaiting single = new Awaiting(one);
            executor.Spawn(both);
            executor.Spawn(single);
            executor.RunUntilIdle();
            flags.Set(1);
            executor.RunUntilIdle();
            Assert.AreEqual(1, single.Done, "who cannot go on holds up nobody");
            flags.Set(2);
            flags.Set(1);
            executor.RunUntilIdle();
            Assert.AreEqual(1, both.Done, "both");
            Assert.AreEqual(0, flags.Value, "cleared");
        }

        [TestMethod]
        public void WaitingFutures_keepTheRules()
        {
            ListenChecks.All(new Clear());
        }

        [TestMethod]
        public void Set_inAPark_wakesTheExecutor()
        {
            ManualMachine machine = new ManualMachine();
            EventFlags flags = new EventFlags(true);
            Executor executor = machine.NewExecutor(1);
            executor.Spawn(new Awaiting(flags.NewWaitAll(3), 5));
            machine.Parker.DuringPark = () =>
            {
                flags.Set(1);
                flags.Set(2);
            };
            executor.Run();
            Assert.AreEqual(5, machine.Parker.Parks, "once a park");
            Assert.AreEqual(0L, executor.SpuriousPolls, "polled when both are set");
        }

        [TestMethod]
        public void Clear_ofTheFlagOneStoodBackFor_letsItTakeTheRest()
        {
            EventFlags flags = new EventFlags(true);
            EventFlagsWait earlier = flags.NewWaitAny(1);
            EventFlagsWait later = flags.NewWaitAny(5);
            Executor executor = new ManualMachine().NewExecutor(2);
            long first = executor.Spawn(earlier);
            long second = executor.Spawn(new ClearingFirst(later, flags));
            executor.RunUntilIdle();

            // Made last, the later one is woken and polled first, and leaves flag 1 to the earlier. Before that is polled,
            // the flag is gone.
            flags.Set(5);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAlive(first), "its flag was cleared");
            Assert.IsFalse(executor.IsAlive(second), "flag 4 was set all the time");
            Assert.AreEqual(4, later.Result, "what was left");
        }

        [TestMethod]
        public void Clear_ofAFlagThatTheOneAheadNeeds_letsTheOneBehindGoOn()
        {
            EventFlags flags = new EventFlags(true);
            EventFlagsWait earlier = flags.NewWaitAll(3);
            EventFlagsWait later = flags.NewWaitAny(5);
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate idle = new Gate();
            executor.Spawn(idle);
            executor.RunUntilIdle();
            earlier.Poll(idle.Waker);
            Awaiting behind = new Awaiting(later);
            executor.Spawn(behind);
            executor.RunUntilIdle();
            flags.Set(7);
            executor.RunUntilIdle();
            Assert.AreEqual(0, behind.Done, "the earlier can have both of its flags");
            Assert.AreEqual(7, flags.Clear(2), "until one of them is gone");
            executor.RunUntilIdle();
            Assert.AreEqual(1, behind.Done, "so nobody is ahead of the later");
            Assert.AreEqual(5, later.Result, "and both of its flags are set");
        }

        [TestMethod]
        public void Clear_leavesTheOtherFlags()
        {
            EventFlags flags = new EventFlags(false);
            flags.Set(7);
            Assert.AreEqual(7, flags.Clear(10), "what was set before");
            Assert.AreEqual(5, flags.Value, "what is left");
            Assert.AreEqual(5, flags.Clear(8), "clearing a flag that is not set changes nothing");
            Assert.AreEqual(5, flags.Value, "nothing");
        }

        [TestMethod]
        public void AllBits_areFlags()
        {
            EventFlags flags = new EventFlags(true);
            EventFlagsWait wait = flags.NewWaitAll(-1);
            flags.Set(int.MinValue);
            flags.Set(int.MaxValue);
            new ManualMachine().NewExecutor(1).BlockOn(wait);
            Assert.AreEqual(-1, wait.Result, "all 32");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            EventFlags flags = new EventFlags(true);
            Expect.Message("mask is 0", () => flags.NewWaitAny(0));
            Expect.Message("mask is 0", () => flags.NewWaitAll(0));
        }

        /// <summary>Clears flag 1 after each poll of another future.</summary>
        private sealed class ClearingFirst : Future
        {
            private readonly Future _inner;
            private readonly EventFlags _flags;

            internal ClearingFirst(Future inner, EventFlags flags)
            {
                _inner = inner;
                _flags = flags;
            }

            public override Poll Poll(Waker waker)
            {
                Poll result = _inner.Poll(waker);
                _flags.Clear(1);
                return result;
            }
        }

        private sealed class Clear : ListenCase
        {
            private readonly EventFlags _flags = new EventFlags(false);

            internal override ListenCase Again()
            {
                return new Clear();
            }

            internal override ListeningFuture NewWait()
            {
                return _flags.NewWaitAny(1);
            }

            internal override void Give()
            {
                _flags.Set(1);
            }
        }
    }
}
