using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>A task that throws or is aborted while it holds a lock leaves nobody waiting for it.</summary>
    [TestClass]
    public class AbandonedLockTests
    {
        [TestMethod]
        public void Mutex_ofATaskThatThrows_goesToTheNextAndSaysSo()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            executor.Spawn(new HoldsAndThrows(mutex.NewLock()));
            MutexLock second = mutex.NewLock();
            Awaiting next = new Awaiting(second);
            executor.Spawn(next);
            executor.RunUntilIdle();
            Assert.AreEqual(1, next.Done, "the next in line has it");
            Assert.IsTrue(mutex.IsAbandoned, "and is told that it was not given back");
            second.Release();
            Assert.IsFalse(mutex.IsAbandoned, "until it gives it back itself");
        }

        [TestMethod]
        public void Mutex_ofATaskThatIsAborted_goesToTheNextAndSaysSo()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            long handle = executor.Spawn(new Holds(mutex.NewLock()));
            Awaiting next = new Awaiting(mutex.NewLock());
            executor.Spawn(next);
            executor.RunUntilIdle();
            Assert.AreEqual(0, next.Done, "it waits");
            executor.Abort(handle);
            executor.RunUntilIdle();
            Assert.AreEqual(1, next.Done, "it has it");
            Assert.IsTrue(mutex.IsAbandoned, "and is told");
        }

        [TestMethod]
        public void Mutex_ofATaskWhoseCancelReleasesIt_isNotAbandoned()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            Holds holder = new Holds(mutex.NewLock());
            holder.ReleasesInCancel = true;
            long handle = executor.Spawn(holder);
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.IsFalse(mutex.IsLocked, "it is free");
            Assert.IsFalse(mutex.IsAbandoned, "given back as it should be");
        }

        [TestMethod]
        public void Mutex_ofATaskThatHasMoved_isGivenBackThereToo()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            long handle = executor.Spawn(new Holds(mutex.NewLock()));
            executor.RunUntilIdle();
            handle = executor.Spawn(executor.Detach(handle));
            Assert.IsTrue(mutex.IsLocked, "a task that moves keeps it");
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.IsFalse(mutex.IsLocked, "one that is aborted does not");
        }

        [TestMethod]
        public void Mutex_ofATaskThatHasEnded_isNotTakenForThatOfTheNextInItsSlot()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            MutexLock kept = mutex.NewLock();
            executor.BlockOn(new Awaiting(kept));
            long handle = executor.Spawn(new NeverFuture());
            executor.Abort(handle);
            Assert.IsTrue(kept.IsHeld, "whoever has that lock releases it");
        }

        [TestMethod]
        public void Mutex_rememberedWithOneThatAnotherExecutorUsedLater_isGivenBack()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            MutexLock first = mutex.NewLock();
            executor.BlockOn(new Awaiting(first));
            first.Release();
            MutexLock wanders = new Mutex().NewLock();
            executor.BlockOn(new Awaiting(wanders));
            wanders.Release();
            NewExecutor().BlockOn(new Awaiting(wanders));
            executor.Spawn(new HoldsAndThrows(first));
            executor.RunUntilIdle();
            Assert.IsFalse(mutex.IsLocked, "what the other executor remembers hides nothing of what this one does");
        }

        [TestMethod]
        public void Mutex_ofATaskWhoseCancelThrows_isGivenBackAllTheSame()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            Holds holder = new Holds(mutex.NewLock());
            holder.ThrowsInCancel = true;
            long handle = executor.Spawn(holder);
            executor.RunUntilIdle();
            Expect.Message("thrown by a Cancel", () => executor.Abort(handle));
            Assert.IsFalse(mutex.IsLocked, "nobody would wait for it in vain");
        }

        [TestMethod]
        public void Mutex_lastUsedInAnExecutorThatIsClosed_isGivenBackInTheNext()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            MutexLock taken = mutex.NewLock();
            executor.BlockOn(new Awaiting(taken));
            taken.Release();
            executor.Close();
            executor = NewExecutor();
            executor.Spawn(new HoldsAndThrows(taken));
            executor.RunUntilIdle();
            Assert.IsFalse(mutex.IsLocked, "the one that closed looks after nothing any more");
        }

        [TestMethod]
        public void Mutex_placeInLineOfATaskThatHasLeftAnExecutorThatIsClosed_isGivenUpInTheNext()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            MutexLock first = mutex.NewLock();
            first.TryLock();
            Careless waits = new Careless(mutex.NewLock()) { PollsAlways = true };
            long handle = executor.Spawn(waits);
            executor.RunUntilIdle();
            executor.Detach(handle);
            executor.Close();
            executor = NewExecutor();
            executor.Spawn(waits);
            executor.RunUntilIdle();
            waits.Throws = true;
            executor.Tasks.Wakers[0].Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(0, mutex.Waiting, "a task that threw stands in no line");
        }

        [TestMethod]
        public void Mutex_lockThatATaskGaveUpWaitingFor_isNotThatOfTheTask()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            MutexLock first = mutex.NewLock();
            MutexLock second = mutex.NewLock();
            first.TryLock();
            long handle = executor.Spawn(new Holds(second));
            executor.RunUntilIdle();
            second.Cancel();
            first.Release();
            Assert.IsTrue(second.TryLock(), "somebody else has it now");
            executor.Abort(handle);
            Assert.IsTrue(second.IsHeld, "and keeps it whatever becomes of the task");
        }

        [TestMethod]
        public void Mutex_waitedForByATaskThatHasMovedSince_isNotThatOfTheNextInItsSlot()
        {
            Mutex mutex = new Mutex();
            Executor executor = NewExecutor();
            MutexLock first = mutex.NewLock();
            MutexLock second = mutex.NewLock();
            first.TryLock();
            long handle = executor.Spawn(new Holds(second));
            executor.RunUntilIdle();
            first.Release();
            executor.RunUntilIdle();
            Assert.IsTrue(second.IsHeld, "it has waited for it");
            Future holder = executor.Detach(handle);
            handle = executor.Spawn(new NeverFuture());
            executor.Spawn(holder);
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.IsTrue(second.IsHeld, "the one that stands where it stood has no lock");
        }

        [TestMethod]
        public void WriteLock_thatWasAbandoned_saysSoUntilTheNextReleasesIt()
        {
            ReaderWriterLock both = new ReaderWriterLock();
            Executor executor = NewExecutor();
            executor.Spawn(new HoldsAndThrows(both.NewWriteLock()));
            executor.RunUntilIdle();
            WriteLock next = both.NewWriteLock();
            executor.BlockOn(next);
            Assert.IsTrue(both.IsAbandoned, "what was written may be half done");
            next.Release();
            Assert.IsFalse(both.IsAbandoned, "and was seen to");
        }

        [TestMethod]
        public void Locks_ofATaskThatThrows_letWritersAndReadersGoOn()
        {
            ReaderWriterLock both = new ReaderWriterLock();
            Executor executor = NewExecutor();
            executor.Spawn(new HoldsAndThrows(both.NewReadLock()));
            Awaiting writer = new Awaiting(both.NewWriteLock());
            executor.Spawn(writer);
            executor.RunUntilIdle();
            Assert.AreEqual(1, writer.Done, "the reader is gone");
            Assert.IsFalse(both.IsAbandoned, "a reader changes nothing");

            both = new ReaderWriterLock();
            executor.Spawn(new HoldsAndThrows(both.NewWriteLock()));
            Awaiting reader = new Awaiting(both.NewReadLock());
            executor.Spawn(reader);
            executor.RunUntilIdle();
            Assert.AreEqual(1, reader.Done, "the writer is gone");
            Assert.IsTrue(both.IsAbandoned, "what it wrote may be half done");
        }

        private static Executor NewExecutor()
        {
            Executor executor = new ManualMachine().NewExecutor(6);
            executor.OnFault = (e, handle, exception) => { };
            return executor;
        }

        private class Holds : Future
        {
            internal bool ReleasesInCancel;
            internal bool ThrowsInCancel;

            private readonly Future _lock;
            private bool _has;

            internal Holds(Future taken)
            {
                _lock = taken;
            }

            public override Poll Poll(Waker waker)
            {
                if (!_has)
                {
                    if (_lock.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    _has = true;
                    Taken(waker);
                }

                return Pending;
            }

            public override void Cancel()
            {
                if (_has && ReleasesInCancel)
                {
                    ((MutexLock)_lock).Release();
                }

                if (ThrowsInCancel)
                {
                    throw new InvalidOperationException("thrown by a Cancel");
                }
            }

            protected virtual void Taken(Waker waker)
            {
            }
        }

        private sealed class HoldsAndThrows : Holds
        {
            private bool _throws;

            internal HoldsAndThrows(Future taken)
                : base(taken)
            {
            }

            public override Poll Poll(Waker waker)
            {
                if (_throws)
                {
                    throw new InvalidOperationException("with a lock in hand");
                }

                return base.Poll(waker);
            }

            protected override void Taken(Waker waker)
            {
                _throws = true;
                waker.Wake();
            }
        }
    }
}
