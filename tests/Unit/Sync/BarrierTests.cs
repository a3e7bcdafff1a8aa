using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class BarrierTests
    {
        [TestMethod]
        public void AllGoOn_whenTheLastHasCome()
        {
            Barrier barrier = new Barrier(3);
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(3);
            BarrierWait last = barrier.NewWait();
            BarrierWait first = barrier.NewWait();
            executor.Spawn(new Awaiting(first, log, "a"));
            executor.Spawn(new Awaiting(barrier.NewWait(), log, "b"));
            executor.RunUntilIdle();
            Assert.AreEqual(2, barrier.Arrived, "two wait");
            Assert.AreEqual("", log.Text, "for the third");
            executor.BlockOn(last);
            executor.RunUntilIdle();
            Assert.AreEqual(3, log.Text.Length + 1, "all went on");
            Assert.IsTrue(last.IsLast, "one of them is told that it was the last");
            Assert.IsFalse(first.IsLast, "and the others that they were not");
            Assert.AreEqual(1, barrier.Round, "a round is complete");
            Assert.AreEqual(0, barrier.Arrived, "and the next is empty");
            Assert.AreEqual(0L, executor.SpuriousPolls, "each was polled twice at the most");
        }

        [TestMethod]
        public void Rounds_doNotMix()
        {
            Barrier barrier = new Barrier(2);
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting one = new Awaiting(barrier.NewWait(), 100);
            Awaiting two = new Awaiting(barrier.NewWait(), 100);
            executor.Spawn(one);
            executor.Spawn(two);
            executor.Run();
            Assert.AreEqual(100, barrier.Round, "a hundred rounds of two");
            Assert.AreEqual(0, barrier.Arrived, "nobody is left");
        }

        [TestMethod]
        public void TaskThatThrowsWhileItWaits_hasNotCome_evenIfItCancelsNothing()
        {
            Barrier barrier = new Barrier(2);
            Executor executor = new ManualMachine().NewExecutor(3);
            Careless careless = new Careless(barrier.NewWait());
            executor.Spawn(careless);
            executor.RunUntilIdle();
            Assert.AreEqual(1, barrier.Arrived, "it has come");
            careless.Throws = true;
            careless.Home.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(0, barrier.Arrived, "it has not, as it will not go on");
            long alone = executor.Spawn(barrier.NewWait());
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAlive(alone), "nobody goes through alone");
        }

        [TestMethod]
        public void OneParty_neverWaits()
        {
            Barrier barrier = new Barrier(1);
            BarrierWait wait = barrier.NewWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(wait);
            executor.BlockOn(wait);
            Assert.IsTrue(wait.IsLast, "it is always the last");
            Assert.AreEqual(2, barrier.Round, "of its round");
        }

        [TestMethod]
        public void MoreTasksThanParties_theFirstToComeMakeTheRound()
        {
            Barrier barrier = new Barrier(2);
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(4);
            executor.Spawn(new Awaiting(barrier.NewWait(), log, "a"));
            executor.Spawn(new Awaiting(barrier.NewWait(), log, "b"));
            executor.Spawn(new Awaiting(barrier.NewWait(), log, "c"));
            executor.RunUntilIdle();
            Assert.AreEqual("ba", log.Text, "two are enough, the last of them first");
            Assert.AreEqual(1, barrier.Arrived, "the third waits for a fourth");
            executor.BlockOn(barrier.NewWait());
            executor.RunUntilIdle();
            Assert.AreEqual("bac", log.Text, "who has come");
        }

        [TestMethod]
        public void Cancel_beforeTheRoundIsComplete_hasNotCome()
        {
            Barrier barrier = new Barrier(2);
            Executor executor = new ManualMachine().NewExecutor(3);
            long gone = executor.Spawn(new Awaiting(barrier.NewWait()));
            executor.RunUntilIdle();
            executor.Abort(gone);
            Assert.AreEqual(0, barrier.Arrived, "it has gone");
            Awaiting first = new Awaiting(barrier.NewWait());
            executor.Spawn(first);
            executor.RunUntilIdle();
            Assert.AreEqual(0, first.Done, "alone");
            executor.BlockOn(barrier.NewWait());
            executor.RunUntilIdle();
            Assert.AreEqual(1, first.Done, "with another");
        }

        [TestMethod]
        public void Cancel_woken_leavesTheRoundComplete()
        {
            Barrier barrier = new Barrier(2);
            Executor executor = new ManualMachine().NewExecutor(3);
            BarrierWait first = barrier.NewWait();
            long handle = executor.Spawn(first);
            executor.RunUntilIdle();
            BarrierWait second = barrier.NewWait();
            executor.Spawn(new CancelsWhenReady(second, first));
            executor.RunUntilIdle();
            Assert.IsTrue(second.IsLast, "it completed the round");
            Assert.AreEqual(1, barrier.Round, "which stays complete");
            Assert.AreEqual(1, executor.TaskCount, "the first has not noticed yet");
            Assert.AreEqual(1, barrier.Arrived, "and has come to the next round when it was polled");
            executor.Abort(handle);
            Assert.AreEqual(0, barrier.Arrived, "and gone");
        }

        [TestMethod]
        public void Take_staysArrived()
        {
            Barrier barrier = new Barrier(2);
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting first = new Awaiting(barrier.NewWait());
            long handle = executor.Spawn(first);
            executor.RunUntilIdle();
            executor.Detach(handle);
            Assert.AreEqual(1, barrier.Arrived, "it is still expected to go on");
            executor.BlockOn(barrier.NewWait());
            executor.Spawn(first);
            executor.RunUntilIdle();
            Assert.AreEqual(1, first.Done, "when it is back");
        }

        [TestMethod]
        public void IsLast_isOfTheLatestRound()
        {
            Barrier barrier = new Barrier(2);
            BarrierWait one = barrier.NewWait();
            BarrierWait two = barrier.NewWait();
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(two);
            executor.RunUntilIdle();
            executor.BlockOn(one);
            executor.RunUntilIdle();
            Assert.IsTrue(one.IsLast, "it was the last of the first round");
            executor.Spawn(one);
            executor.RunUntilIdle();
            Assert.IsFalse(one.IsLast, "and is the first of the second");
            executor.BlockOn(two);
            Assert.IsTrue(two.IsLast, "where the other is the last");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Expect.Message("parties is 0; give 1 to 1024.", () => new Barrier(0));
            Expect.Message("parties is 1025; give 1 to 1024.", () => new Barrier(1025));
        }

        private sealed class CancelsWhenReady : Awaiting
        {
            private readonly Future _other;

            internal CancelsWhenReady(Future wait, Future other)
                : base(wait)
            {
                _other = other;
            }

            protected override void OnReady()
            {
                _other.Cancel();
            }
        }
    }
}
