using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class SemaphoreTests
    {
        [TestMethod]
        public void Acquire_thatGaveUpAndJoinedAgain_leavesAnEmptyLine()
        {
            Semaphore semaphore = new Semaphore(0, 4);
            Executor executor = new ManualMachine().NewExecutor(2);
            SemaphoreAcquire first = semaphore.NewAcquire();
            long handle = executor.Spawn(first);
            executor.Spawn(semaphore.NewAcquire());
            executor.RunUntilIdle();
            executor.Abort(handle);
            executor.Spawn(first);
            executor.RunUntilIdle();
            semaphore.Release(2);
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "both have their permit");
            semaphore.Release();
            Assert.IsTrue(semaphore.TryAcquire(), "nobody stands in line any more");
        }

        [TestMethod]
        public void Acquire_takesWhatIsThere_thenWaits()
        {
            Semaphore semaphore = new Semaphore(2, 3);
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting task = new Awaiting(semaphore.NewAcquire(), 3);
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(2, task.Done, "two were there");
            Assert.AreEqual(1, semaphore.Waiting, "the third is awaited");
            Assert.IsTrue(semaphore.Release(), "there is room for it");
            executor.RunUntilIdle();
            Assert.AreEqual(3, task.Done, "and it was taken");
            Assert.AreEqual(0, semaphore.Available, "none is left");
        }

        [TestMethod]
        public void Waiting_futures_keepTheRules()
        {
            TurnChecks.All(new Empty());
        }

        [TestMethod]
        public void Release_ofSeveral_servesSeveralInOrder()
        {
            Semaphore semaphore = new Semaphore(0, 10);
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(4);
            executor.Spawn(new Awaiting(semaphore.NewAcquire(3), log, "a"));
            executor.Spawn(new Awaiting(semaphore.NewAcquire(), log, "b"));
            executor.Spawn(new Awaiting(semaphore.NewAcquire(2), log, "c"));
            executor.RunUntilIdle();
            semaphore.Release(2);
            executor.RunUntilIdle();
            Assert.AreEqual("", log.Text, "the first wants three, and is not overtaken");
            Assert.AreEqual(2, semaphore.Available, "they stay until it can have three");
            semaphore.Release(2);
            executor.RunUntilIdle();
            Assert.AreEqual("ab", log.Text, "three and one");
            semaphore.Release(5);
            executor.RunUntilIdle();
            Assert.AreEqual("abc", log.Text, "and two");
            Assert.AreEqual(3, semaphore.Available, "the rest is kept");
        }

        [TestMethod]
        public void Release_beyondTheMost_isRefusedAndCounted()
        {
            Semaphore semaphore = new Semaphore(1, 2);
            Assert.IsTrue(semaphore.Release(), "the second");
            Assert.IsFalse(semaphore.Release(), "a third is too many");
            Assert.AreEqual(2, semaphore.Available, "all or none");
            Assert.AreEqual(1, semaphore.Dropped, "it is counted");
            Assert.IsTrue(semaphore.TryAcquire(), "one is taken");
            Assert.IsFalse(semaphore.Release(2), "two would still be one too many");
            Assert.AreEqual(2, semaphore.Dropped, "by calls");
            Assert.IsTrue(semaphore.Release(), "one fits");
        }

        [TestMethod]
        public void TryAcquire_doesNotOvertakeWhoWaits()
        {
            Semaphore semaphore = new Semaphore(0, 1);
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting waiting = new Awaiting(semaphore.NewAcquire());
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            semaphore.Release();
            Assert.IsFalse(semaphore.TryAcquire(), "there is one, and it is not for this one");
            executor.RunUntilIdle();
            Assert.AreEqual(1, waiting.Done, "but for who waited");
        }

        [TestMethod]
        public void TryAcquire_withoutAPermit_isFalse()
        {
            Semaphore semaphore = new Semaphore(1, 1);
            Assert.IsTrue(semaphore.TryAcquire(), "the only one");
            Assert.IsFalse(semaphore.TryAcquire(), "and no other");
            Assert.IsTrue(semaphore.Release(), "it is back");
            Assert.IsTrue(semaphore.TryAcquire(), "for the next");
        }

        [TestMethod]
        public void Cancel_ofOneThatWantsMany_letsThoseBehindTakeWhatIsThere()
        {
            Semaphore semaphore = new Semaphore(2, 3);
            Executor executor = new ManualMachine().NewExecutor(3);
            long many = executor.Spawn(new Awaiting(semaphore.NewAcquire(3)));
            Awaiting second = new Awaiting(semaphore.NewAcquire());
            Awaiting third = new Awaiting(semaphore.NewAcquire());
            executor.Spawn(second);
            executor.Spawn(third);
            executor.RunUntilIdle();
            Assert.AreEqual(0, second.Done + third.Done, "they stand behind it");
            executor.Abort(many);
            executor.RunUntilIdle();
            Assert.AreEqual(2, second.Done + third.Done, "nobody gave a permit since, so its going tells them");
        }

        [TestMethod]
        public void Release_inAPark_wakesTheExecutor()
        {
            ManualMachine machine = new ManualMachine();
            Semaphore semaphore = new Semaphore(0, 1);
            Executor executor = machine.NewExecutor(1);
            executor.Spawn(new Awaiting(semaphore.NewAcquire(), 5));
            machine.Parker.DuringPark = () => semaphore.Release();
            executor.Run();
            Assert.AreEqual(5, machine.Parker.Parks, "one permit per park");
            Assert.AreEqual(0L, executor.SpuriousPolls, "and one poll per permit");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Semaphore semaphore = new Semaphore(0, 2);
            Expect.Message("max is 0; give 1 to 268435456.", () => new Semaphore(0, 0));
            Expect.Message("initial is 3; give 0 to 2", () => new Semaphore(3, 2));
            Expect.Message("initial is -1; give 0 to 2", () => new Semaphore(-1, 2));
            Expect.Message("permits is 3; give 1 to 2.", () => semaphore.NewAcquire(3));
            Expect.Message("permits is 0; give 1 to 2.", () => semaphore.Release(0));
        }

        private sealed class Empty : TurnCase
        {
            private readonly Semaphore _semaphore = new Semaphore(0, 1);

            internal override int Waiting => _semaphore.Waiting;

            internal override TurnCase Again()
            {
                return new Empty();
            }

            internal override QueuedFuture NewWait()
            {
                return _semaphore.NewAcquire();
            }

            internal override void Give()
            {
                _semaphore.Release();
            }
        }
    }
}
