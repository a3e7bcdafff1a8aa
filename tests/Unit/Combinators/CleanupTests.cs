using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>Futures that throw when they are cancelled or detached, inside every combinator.</summary>
    [TestClass]
    public class CleanupTests
    {
        // Made anew by each test. Static, as nanoFramework calls tests without an object.
        private static Executor _executor;
        private static Semaphore _semaphore;
        private static Stubborn _stubborn;
        private static Stubborn _another;

        [TestMethod]
        public void Cancel_ofAJoin_reachesAllChildren()
        {
            Begin();
            CheckCancelReachesAll(new Join(_semaphore.NewAcquire(), _stubborn, _semaphore.NewAcquire(), _another));
        }

        [TestMethod]
        public void Cancel_ofARace_reachesAllChildren()
        {
            Begin();
            CheckCancelReachesAll(new Race(_semaphore.NewAcquire(), _stubborn, _semaphore.NewAcquire(), _another));
        }

        [TestMethod]
        public void Cancel_ofARaceThatKeepsLosers_reachesAllChildren()
        {
            Begin();
            CheckCancelReachesAll(
                new Race(Losers.Keep, _semaphore.NewAcquire(), _stubborn, _semaphore.NewAcquire(), _another));
        }

        [TestMethod]
        public void Cancel_ofNestedGroups_reachesAllChildren()
        {
            Begin();
            Join inner = new Join(_stubborn, _semaphore.NewAcquire());
            CheckCancelReachesAll(new Race(new Join(inner, _another), _semaphore.NewAcquire()));
        }

        [TestMethod]
        public void Join_afterACancelThatThrew_beginsAnew()
        {
            Begin();
            Gate gate = new Gate();
            Join join = new Join(_stubborn, gate);
            Poll(join);
            Expect.Thrown(_stubborn.OnCancel, join.Cancel);
            Assert.AreEqual(2, join.Left, "all children count again");
            _stubborn.IsOpen = gate.IsOpen = true;
            Assert.IsTrue(_executor.BlockOn(join), "and are polled again");
        }

        [TestMethod]
        public void ChildThatThrows_whoseSiblingThrowsInCancel_isTheOneThatCounts()
        {
            Begin();
            Stubborn child = new Stubborn();
            SemaphoreAcquire acquire = _semaphore.NewAcquire();
            AssertFault(new Join(_stubborn, child, acquire), child);
            Assert.AreEqual(0, _semaphore.Waiting, "the join has cancelled all its children");
            AssertFault(new Race(_stubborn, child, acquire), child);
            Assert.AreEqual(0, _semaphore.Waiting, "the race has cancelled all its children");
        }

        [TestMethod]
        public void ChildThatThrows_andThrowsInCancelToo_isHeardOnce()
        {
            Begin();
            AssertFault(new Sequence(_stubborn, new Gate()), _stubborn);
            AssertFault(new Repeat(_stubborn, 3), _stubborn);
            AssertFault(new WithTimeout(_stubborn, 1000), _stubborn);
            AssertFault(new WithDeadline(_stubborn).Until(1000), _stubborn);
            AssertFault(new WithCancellation(_stubborn), _stubborn);
            AssertFault(new Budget(_stubborn, 1000), _stubborn);
            AssertFault(new Retry(_stubborn, 1, new Backoff(0)), _stubborn);
            AssertFault(new Supervised(_stubborn, RestartPolicy.Never), _stubborn);
            Assert.AreEqual(0, _executor.Timers.Count, "none has left its timer behind");
        }

        [TestMethod]
        public void LoserThatThrowsInCancel_takesNothingFromTheWinner()
        {
            Begin();
            LongChannel channel = new LongChannel(2);
            LongChannelReceive receive = channel.NewReceive();
            Race race = new Race(_stubborn, receive, _another, _semaphore.NewAcquire());
            Poll(race);
            channel.TrySend(7);
            Expect.Thrown(_stubborn.OnCancel, () => Poll(race));
            Assert.AreEqual(1, race.Winner, "the receive has won");
            Assert.AreEqual(7L, receive.Result, "and has its item");
            Assert.AreEqual(1, _another.Cancels, "a loser behind the one that threw");
            Assert.AreEqual(0, _semaphore.Waiting, "and another");

            channel.TrySend(8);
            Assert.IsTrue(Poll(race) == NanoExecutor.Poll.Ready, "the next poll says who has won");
            Assert.AreEqual(1, race.Winner, "the receive");
            Assert.AreEqual(7L, receive.Result, "with the item of that race");

            _stubborn.IsOpen = true;
            Assert.IsTrue(_executor.BlockOn(new Race(receive)), "and the next item is there");
            Assert.AreEqual(8L, receive.Result, "in its turn");
        }

        [TestMethod]
        public void LoserThatThrewInCancel_doesNotDisturbTheRaceAfterACancel()
        {
            Begin();
            Gate gate = new Gate();
            gate.IsOpen = true;
            Race race = new Race(gate, _stubborn);
            Expect.Thrown(_stubborn.OnCancel, () => Poll(race));
            race.Cancel();
            gate.IsOpen = false;
            Assert.IsTrue(Poll(race) == NanoExecutor.Poll.Pending, "a new race");
            Assert.AreEqual(-1, race.Winner, "that nobody has won");
        }

        [TestMethod]
        public void CancelOfOneChild_thatThrows_hasItPolledAnew()
        {
            Begin();
            Race race = new Race(Losers.Keep, _stubborn, new Gate());
            _executor.Spawn(race);
            _executor.RunUntilIdle();
            Expect.Thrown(_stubborn.OnCancel, () => race.Cancel(0));
            _executor.RunUntilIdle();
            Assert.AreEqual(2, _stubborn.Polls, "as after any cancel of one child");
        }

        [TestMethod]
        public void TimeThatIsUp_isToldAlthoughTheFutureThrowsInCancel()
        {
            Begin();
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            WithTimeout limited = new WithTimeout(_stubborn, 1000);
            long task = executor.Spawn(limited);
            executor.RunUntilIdle();
            machine.Clock.Time = 1000;
            executor.RunUntilIdle();
            Assert.AreSame(_stubborn.OnCancel, executor.ExceptionOf(task), "the exception comes out");
            Assert.IsTrue(limited.TimedOut, "and the time was up");
            Assert.AreEqual(0, executor.Timers.Count, "no timer is left");
        }

        [TestMethod]
        public void Request_isToldAlthoughTheFutureThrowsInCancel()
        {
            Begin();
            WithCancellation bound = new WithCancellation(_stubborn);
            Poll(bound);
            bound.Request();
            Expect.Thrown(_stubborn.OnCancel, () => Poll(bound));
            Assert.IsTrue(bound.WasCancelled, "the request has ended the wait");
            bound.Clear();
            _stubborn.IsOpen = true;
            Assert.IsTrue(Poll(bound) == NanoExecutor.Poll.Ready, "it is fit for another use");
            Assert.IsFalse(bound.WasCancelled, "which nobody has ended");
        }

        [TestMethod]
        public void FailedAttempt_isFollowedByTheNextAlthoughItThrowsInCancel()
        {
            Begin();
            Retry retry = new Retry(_stubborn, 2, new Backoff(0));
            _executor.Spawn(retry);
            _executor.RunUntilIdle();
            Exception thrown = _stubborn.Throw();
            _stubborn.IsOpen = true;
            _executor.RunUntilIdle();
            Assert.AreEqual(2, retry.Attempts, "the second attempt");
            Assert.IsTrue(retry.Succeeded, "has succeeded");
            Assert.AreSame(thrown, retry.LastException, "and the first has failed for what it threw itself");
        }

        [TestMethod]
        public void Fault_isForgivenAlthoughTheFutureThrowsInCancel()
        {
            Begin();
            Supervised supervised = new Supervised(_stubborn, RestartPolicy.Always(null));
            _executor.Spawn(supervised);
            _executor.RunUntilIdle();
            Exception thrown = _stubborn.Throw();
            _stubborn.IsOpen = true;
            _executor.RunUntilIdle();
            Assert.AreEqual(1, supervised.Restarts, "it was restarted");
            Assert.AreSame(thrown, supervised.LastException, "for what it threw itself");
        }

        [TestMethod]
        public void Detach_reachesAllChildren()
        {
            Begin();
            Gate gate = new Gate();
            Join join = new Join(_stubborn, gate);
            Poll(join);
            Expect.Thrown(_stubborn.OnDetach, join.Detach);
            Assert.AreEqual(1, gate.Detaches, "the one behind it is detached too");
        }

        private static void Begin()
        {
            _executor = new ManualMachine().NewExecutor(4);
            _semaphore = new Semaphore(0, 4);
            _stubborn = new Stubborn();
            _another = new Stubborn();
        }

        private static Poll Poll(Future future)
        {
            return Expect.Polled(_executor, future);
        }

        private static void CheckCancelReachesAll(Future future)
        {
            long task = _executor.Spawn(future);
            _executor.RunUntilIdle();
            Assert.IsTrue(_semaphore.Waiting > 0, "some stand in line");
            Expect.Thrown(_stubborn.OnCancel, () => _executor.Abort(task));
            Assert.AreEqual(1, _stubborn.Cancels, "the one that throws");
            Assert.AreEqual(1, _another.Cancels, "another that throws, behind it");
            Assert.AreEqual(0, _semaphore.Waiting, "nobody is left in the line");
            future.Cancel();
            Assert.AreEqual(1, _stubborn.Cancels, "a second time there is nothing to cancel");

            long later = _executor.Spawn(_semaphore.NewAcquire());
            _executor.RunUntilIdle();
            _semaphore.Release();
            _executor.RunUntilIdle();
            Assert.IsFalse(_executor.IsAlive(later), "the semaphore serves whoever comes next");
        }

        private static void AssertFault(Future future, Stubborn child)
        {
            long task = _executor.Spawn(future);
            _executor.RunUntilIdle();
            Exception thrown = child.Throw();
            _executor.RunUntilIdle();
            Assert.AreSame(thrown, _executor.ExceptionOf(task), "what came first, out of " + future.GetType().Name);
            _executor.Abort(task);
        }
    }
}
