using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>Primitives as children of others: what a lost race was woken for is not lost.</summary>
    [TestClass]
    public class ComposedTests
    {
        [TestMethod]
        public void ReceiveInARace_thatIsWokenAndLoses_leavesTheItemToTheNext()
        {
            LongChannel channel = new LongChannel(2);
            Executor executor = new ManualMachine().NewExecutor(3);
            Gate gate = new Gate();
            LongChannelReceive loser = channel.NewReceive();
            LongChannelReceive next = channel.NewReceive();
            Race race = new Race(gate, loser);
            Awaiting first = new Awaiting(race);
            Awaiting second = new Awaiting(next);
            executor.Spawn(first);
            executor.Spawn(second);
            executor.RunUntilIdle();
            channel.TrySend(7);
            gate.Open();
            executor.RunUntilIdle();
            Assert.AreEqual(0, race.Winner, "the gate came first in the race");
            Assert.AreEqual(1, second.Done, "who was second in line got the item");
            Assert.AreEqual(7L, next.Result, "this one");
            Assert.AreEqual(0, channel.WaitingToReceive + channel.Count, "nothing is left");
        }

        [TestMethod]
        public void LockWithATimeout_leavesTheLine()
        {
            ManualMachine machine = new ManualMachine();
            Mutex mutex = new Mutex();
            MutexLock holder = mutex.NewLock();
            MutexLock last = mutex.NewLock();
            Executor executor = machine.NewExecutor(3);
            executor.BlockOn(holder);
            WithTimeout limited = new WithTimeout(mutex.NewLock(), 100);
            Awaiting first = new Awaiting(limited);
            Awaiting second = new Awaiting(last);
            executor.Spawn(first);
            executor.Spawn(second);
            executor.RunUntilIdle();
            Assert.AreEqual(2, mutex.Waiting, "both wait");
            machine.Clock.Time = 100;
            executor.RunUntilIdle();
            Assert.AreEqual(1, first.Done, "its time is over");
            Assert.AreEqual(1, mutex.Waiting, "and it has left");
            holder.Release();
            executor.RunUntilIdle();
            Assert.IsTrue(last.IsHeld, "the next is served");
        }

        [TestMethod]
        public void KeptLoser_holdsItsPlaceUntilTheNextRace()
        {
            Semaphore semaphore = new Semaphore(0, 2);
            Executor executor = new ManualMachine().NewExecutor(3);
            Gate gate = new Gate();
            Race race = new Race(Losers.Keep, gate, semaphore.NewAcquire());
            Awaiting second = new Awaiting(semaphore.NewAcquire());
            executor.Spawn(new Awaiting(race));
            executor.Spawn(second);
            executor.RunUntilIdle();
            gate.Open();
            executor.RunUntilIdle();
            semaphore.Release();
            executor.RunUntilIdle();
            Assert.AreEqual(0, second.Done, "the kept one is first in line");
            executor.BlockOn(race);
            Assert.AreEqual(1, race.Winner, "and wins the next race with it");
            semaphore.Release();
            executor.RunUntilIdle();
            Assert.AreEqual(1, second.Done, "then the next is served");
        }

        [TestMethod]
        public void Abort_ofATaskOfSeveral_leavesEveryLine()
        {
            LongChannel channel = new LongChannel(1);
            Mutex mutex = new Mutex();
            Executor executor = new ManualMachine().NewExecutor(2);
            mutex.NewLock().TryLock();
            channel.TrySend(1);
            long handle = executor.Spawn(new Join(mutex.NewLock(), channel.NewSend().With(2)));
            executor.RunUntilIdle();
            Assert.AreEqual(2, mutex.Waiting + channel.WaitingToSend, "it stands in two lines");
            executor.Abort(handle);
            Assert.AreEqual(0, mutex.Waiting + channel.WaitingToSend, "and in none");
        }
    }
}
