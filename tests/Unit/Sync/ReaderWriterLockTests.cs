using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class ReaderWriterLockTests
    {
        [TestMethod]
        public void Readers_goInTogether_writersAlone()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            ReadLock one = guard.NewReadLock();
            ReadLock two = guard.NewReadLock();
            WriteLock writer = guard.NewWriteLock();
            Executor executor = new ManualMachine().NewExecutor(3);
            executor.BlockOn(one);
            executor.BlockOn(two);
            Assert.AreEqual(2, guard.Readers, "both read");
            Awaiting writing = new Awaiting(writer);
            executor.Spawn(writing);
            executor.RunUntilIdle();
            one.Release();
            executor.RunUntilIdle();
            Assert.AreEqual(0, writing.Done, "one still reads");
            two.Release();
            executor.RunUntilIdle();
            Assert.AreSame(writer, guard.Writer, "the last reader let it in");
            Assert.AreEqual(0L, executor.SpuriousPolls, "the first reader woke nobody");
            writer.Release();
            Assert.IsNull(guard.Writer, "free again");
        }

        [TestMethod]
        public void Reader_behindAWaitingWriter_standsBehindIt()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            ReadLock first = guard.NewReadLock();
            WriteLock writer = guard.NewWriteLock();
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(5);
            executor.BlockOn(first);
            executor.Spawn(new Awaiting(writer, log, "w"));
            executor.Spawn(new Awaiting(guard.NewReadLock(), log, "a"));
            executor.Spawn(new Awaiting(guard.NewReadLock(), log, "b"));
            executor.Spawn(new Awaiting(guard.NewWriteLock(), log, "x"));
            executor.RunUntilIdle();
            Assert.AreEqual("", log.Text, "readers do not starve the writer");
            first.Release();
            executor.RunUntilIdle();
            Assert.AreEqual("w", log.Text, "its turn");
            writer.Release();
            executor.RunUntilIdle();
            Assert.AreEqual("wab", log.Text, "the readers behind it go in together, the next writer waits");
            Assert.AreEqual(1, guard.Waiting, "for them");
        }

        [TestMethod]
        public void Cancel_writerThatHeldReadersUp_letsThemIn()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            ReadLock first = guard.NewReadLock();
            Executor executor = new ManualMachine().NewExecutor(3);
            executor.BlockOn(first);
            long writer = executor.Spawn(new Awaiting(guard.NewWriteLock()));
            Awaiting reader = new Awaiting(guard.NewReadLock());
            executor.Spawn(reader);
            executor.RunUntilIdle();
            Assert.AreEqual(0, reader.Done, "it stands behind the writer");
            executor.Abort(writer);
            executor.RunUntilIdle();
            Assert.AreEqual(1, reader.Done, "which is gone");
            Assert.AreEqual(2, guard.Readers, "beside the first");
        }

        [TestMethod]
        public void Cancel_wokenWriter_letsTheReadersBehindItIn()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            WriteLock first = guard.NewWriteLock();
            Executor executor = new ManualMachine().NewExecutor(3);
            executor.BlockOn(first);
            long writer = executor.Spawn(new Awaiting(guard.NewWriteLock()));
            Awaiting one = new Awaiting(guard.NewReadLock());
            Awaiting two = new Awaiting(guard.NewReadLock());
            executor.Spawn(one);
            executor.Spawn(two);
            executor.RunUntilIdle();
            first.Release();
            executor.Abort(writer);
            executor.RunUntilIdle();
            Assert.AreEqual(2, one.Done + two.Done, "the wake that was its own goes on to both");
            Assert.AreEqual(2, guard.Readers, "who read together");
        }

        [TestMethod]
        public void WaitingReaders_keepTheRules()
        {
            TurnChecks.All(new Written(false));
        }

        [TestMethod]
        public void WaitingWriters_keepTheRules()
        {
            TurnChecks.All(new Written(true));
        }

        [TestMethod]
        public void Cancel_heldLocks_keepsThem()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            ReadLock reader = guard.NewReadLock();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(reader);
            reader.Cancel();
            Assert.IsTrue(reader.IsHeld, "a reader");
            reader.Release();
            WriteLock writer = guard.NewWriteLock();
            executor.BlockOn(writer);
            writer.Cancel();
            Assert.IsTrue(writer.IsHeld, "a writer");
        }

        [TestMethod]
        public void Release_isOnce()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            ReadLock one = guard.NewReadLock();
            ReadLock two = guard.NewReadLock();
            WriteLock writer = guard.NewWriteLock();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(one);
            executor.BlockOn(two);
            one.Release();
            Assert.IsFalse(one.IsHeld, "it reads no more");
            Expect.Message("This lock is not held", one.Release);
            Assert.AreEqual(1, guard.Readers, "the other still does");
            two.Release();
            executor.BlockOn(writer);
            writer.Release();
            Assert.IsFalse(writer.IsHeld, "it writes no more");
            Expect.Message("This lock is not held", writer.Release);
            executor.BlockOn(one);
            Assert.IsTrue(one.IsHeld, "and each can be had again");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            ReadLock reader = guard.NewReadLock();
            WriteLock writer = guard.NewWriteLock();
            Executor executor = new ManualMachine().NewExecutor(1);
            Expect.Message("This lock is not held", reader.Release);
            Expect.Message("This lock is not held", writer.Release);
            executor.BlockOn(reader);
            Expect.Message("This lock is held already", () => executor.BlockOn(reader));
            reader.Release();
            executor.BlockOn(writer);
            Expect.Message("This lock is held already", () => executor.BlockOn(writer));
            Expect.Message("This lock is not held", guard.NewWriteLock().Release);
        }

        /// <summary>Held by a writer; readers or writers wait.</summary>
        private sealed class Written : TurnCase
        {
            private readonly ReaderWriterLock _guard = new ReaderWriterLock();
            private readonly WriteLock _holder;
            private readonly bool _writersWait;

            internal Written(bool writersWait)
            {
                _writersWait = writersWait;
                _holder = _guard.NewWriteLock();
                new ManualMachine().NewExecutor(1).BlockOn(_holder);
            }

            internal override int Waiting => _guard.Waiting;

            internal override TurnCase Again()
            {
                return new Written(_writersWait);
            }

            internal override QueuedFuture NewWait()
            {
                return _writersWait ? (QueuedFuture)_guard.NewWriteLock() : _guard.NewReadLock();
            }

            internal override void Give()
            {
                _holder.Release();
            }

            internal override void GiveMore()
            {
            }
        }
    }
}
