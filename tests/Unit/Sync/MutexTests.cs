using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class MutexTests
    {
        [TestMethod]
        public void Poll_freeMutex_isReadyAtOnceAndOwnsIt()
        {
            Mutex mutex = new Mutex();
            MutexLock one = mutex.NewLock();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(one);
            Assert.AreSame(one, mutex.Owner, "it has an owner");
            Assert.IsTrue(mutex.IsLocked && one.IsHeld, "who says so too");
            one.Release();
            Assert.IsNull(mutex.Owner, "and then none");
            executor.BlockOn(one);
            Assert.IsTrue(one.IsHeld, "the same lock again");
        }

        [TestMethod]
        public void Waiting_futures_keepTheRules()
        {
            TurnChecks.All(new Held());
        }

        [TestMethod]
        public void Release_servesInTheOrderOfArrival()
        {
            Mutex mutex = new Mutex();
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(4);
            executor.Spawn(new Section(mutex, log, "a", 3));
            executor.Spawn(new Section(mutex, log, "b", 3));
            executor.Spawn(new Section(mutex, log, "c", 2));
            executor.Run();
            Assert.AreEqual("a(a)b(b)c(c)a(a)b(b)c(c)a(a)b(b)", log.Text, "sections do not mix and take turns");
            Assert.AreEqual(0, mutex.Waiting, "nobody is left behind");
            Assert.AreEqual(0L, executor.SpuriousPolls, "nobody was woken in vain");
        }

        [TestMethod]
        public void TryLock_doesNotOvertakeWhoWaits()
        {
            Mutex mutex = new Mutex();
            MutexLock first = mutex.NewLock();
            MutexLock late = mutex.NewLock();
            Executor executor = new ManualMachine().NewExecutor(2);
            Assert.IsTrue(first.TryLock(), "it is free");
            Assert.IsFalse(late.TryLock(), "it is taken");
            Awaiting waiting = new Awaiting(mutex.NewLock());
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            first.Release();
            Assert.IsFalse(mutex.IsLocked, "free, and the next has not been polled yet");
            Assert.IsFalse(late.TryLock(), "but it is the turn of who waited");
            executor.RunUntilIdle();
            Assert.AreEqual(1, waiting.Done, "who gets it");
        }

        [TestMethod]
        public void Cancel_heldLock_keepsIt()
        {
            Mutex mutex = new Mutex();
            MutexLock one = mutex.NewLock();
            Assert.IsTrue(one.TryLock(), "it is free");
            one.Cancel();
            one.Detach();
            Assert.IsTrue(one.IsHeld, "it does not wait, so there is nothing to cancel");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Mutex mutex = new Mutex();
            MutexLock one = mutex.NewLock();
            MutexLock two = mutex.NewLock();
            Executor executor = new ManualMachine().NewExecutor(2);
            Expect.Message("This lock is not held", one.Release);
            Assert.IsTrue(one.TryLock(), "it is free");
            Expect.Message("This lock is not held", two.Release);
            Expect.Message("This lock is held already", () => one.TryLock());
            Expect.Message("This lock is held already", () => executor.BlockOn(one));
            executor.Spawn(two);
            executor.RunUntilIdle();
            Expect.Message("This lock stands in line", () => two.TryLock());
            Assert.IsTrue(one.IsHeld, "the owner is as before");
        }

        private sealed class Held : TurnCase
        {
            private readonly Mutex _mutex = new Mutex();
            private readonly MutexLock _holder;

            internal Held()
            {
                _holder = _mutex.NewLock();
                _holder.TryLock();
            }

            internal override int Waiting => _mutex.Waiting;

            internal override TurnCase Again()
            {
                return new Held();
            }

            internal override QueuedFuture NewWait()
            {
                return _mutex.NewLock();
            }

            internal override void Give()
            {
                _holder.Release();
            }

            internal override void GiveMore()
            {
            }
        }

        /// <summary>Has the mutex across a poll, several times.</summary>
        private sealed class Section : Future
        {
            private readonly MutexLock _lock;
            private readonly Log _log;
            private readonly string _letter;
            private int _left;

            internal Section(Mutex mutex, Log log, string letter, int times)
            {
                _lock = mutex.NewLock();
                _log = log;
                _letter = letter;
                _left = times;
            }

            public override Poll Poll(Waker waker)
            {
                if (_lock.IsHeld)
                {
                    _log.Add(_letter + ")");
                    _lock.Release();
                    if (--_left == 0)
                    {
                        return Ready;
                    }
                }

                if (_lock.Poll(waker) == Ready)
                {
                    _log.Add(_letter + "(");
                    waker.Wake();
                }

                return Pending;
            }
        }
    }
}
