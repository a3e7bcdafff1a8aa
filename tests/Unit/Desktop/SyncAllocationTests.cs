using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// 100,000 uses of each primitive and not a byte: of the thread that gives, which is that of the tasks that take.
    /// Waits, wakes, contention and cancellation are in them.
    /// </summary>
    [TestClass]
    public class SyncAllocationTests
    {
        private const int Uses = 100_000;

        private readonly Executor _executor = new ManualMachine().NewExecutor(8);
        private readonly object _item = new object();
        private readonly byte[] _bytes = new byte[8];

        [TestMethod]
        public void Mutex_allocatesNothing()
        {
            Mutex mutex = new Mutex();
            MutexLock holder = mutex.NewLock();
            MutexLock waiter = mutex.NewLock();
            Check(waiter, mutex.NewLock(), () => holder.TryLock(), holder.Release, () => waiter.Release());
        }

        [TestMethod]
        public void ReaderWriterLock_allocatesNothing()
        {
            ReaderWriterLock guard = new ReaderWriterLock();
            WriteLock holder = guard.NewWriteLock();
            ReadLock reader = guard.NewReadLock();
            WriteLock writer = guard.NewWriteLock();
            Check(reader, guard.NewWriteLock(), () => _executor.BlockOn(holder), holder.Release, () => reader.Release());
            Check(writer, guard.NewReadLock(), () => _executor.BlockOn(holder), holder.Release, () => writer.Release());
        }

        [TestMethod]
        public void Semaphore_allocatesNothing()
        {
            Semaphore semaphore = new Semaphore(0, 1);
            Check(semaphore.NewAcquire(), semaphore.NewAcquire(), Nothing, () => semaphore.Release(), Nothing);
        }

        [TestMethod]
        public void Signals_allocateNothing()
        {
            Signal signal = new Signal();
            LongSignal numbers = new LongSignal();
            Check(signal.NewWait(), signal.NewWait(), Nothing, () => signal.Set(_item), Nothing);
            Check(numbers.NewWait(), numbers.NewWait(), Nothing, () => numbers.Set(7), Nothing);
        }

        [TestMethod]
        public void EventFlags_allocateNothing()
        {
            EventFlags flags = new EventFlags(true);
            Check(flags.NewWaitAny(3), flags.NewWaitAll(5), Nothing, () => flags.Set(2), Nothing);
            EventFlags manual = new EventFlags(false);
            Check(manual.NewWaitAll(3), manual.NewWaitAny(4), Nothing, () => manual.Set(3), () => manual.Clear(3));
        }

        [TestMethod]
        public void Watches_allocateNothing()
        {
            Watch watch = new Watch();
            LongWatch numbers = new LongWatch();
            Check(watch.NewReader(), watch.NewReader(), Nothing, () => watch.Set(_item), Nothing);
            Check(numbers.NewReader(), numbers.NewReader(), Nothing, () => numbers.Set(7), Nothing);
        }

        [TestMethod]
        public void PubSubs_allocateNothing()
        {
            PubSub source = new PubSub(2);
            LongPubSub numbers = new LongPubSub(2);
            Check(source.NewSubscriber(), source.NewSubscriber(), Nothing, () => source.Publish(_item), Nothing);
            Check(numbers.NewSubscriber(), numbers.NewSubscriber(), Nothing, () => numbers.Publish(7), Nothing);
        }

        [TestMethod]
        public void Channels_allocateNothing()
        {
            Channel channel = new Channel(1);
            LongChannel dropping = new LongChannel(1, WhenFull.DropOldest);
            Check(channel.NewReceive(), channel.NewReceive(), Nothing, () => channel.TrySend(_item), Nothing);
            Action sendTwice = () =>
            {
                dropping.TrySend(1);
                dropping.TrySend(2);
            };
            Check(dropping.NewReceive(), dropping.NewReceive(), Nothing, sendTwice, Nothing);
        }

        [TestMethod]
        public void ChannelSends_allocateNothing()
        {
            LongChannel channel = new LongChannel(1);
            LongChannelSend send = channel.NewSend();
            LongChannelSend other = channel.NewSend();
            long item;
            Action fill = () =>
            {
                channel.TrySend(1);
                send.With(2);
                other.With(3);
            };
            Check(send, other, fill, () => channel.TryReceive(out item), () => channel.TryReceive(out item));

            Channel references = new Channel(1);
            ChannelSend sendReference = references.NewSend();
            object found;
            Action fillReferences = () =>
            {
                references.TrySend(_item);
                sendReference.With(_item);
            };
            Action take = () => references.TryReceive(out found);
            Check(sendReference, references.NewReceive(), fillReferences, take, take);
        }

        [TestMethod]
        public void Tries_allocateNothing()
        {
            Semaphore semaphore = new Semaphore(0, 1);
            Signal signal = new Signal();
            LongSignal numbers = new LongSignal();
            LongChannel full = new LongChannel(1);
            Pipe pipe = new Pipe(1);
            object value;
            long number;
            full.TrySend(1);
            Action use = () =>
            {
                semaphore.TryAcquire();
                semaphore.Release();
                semaphore.Release();
                signal.TryTake(out value);
                signal.Set(_item);
                numbers.TryTake(out number);
                numbers.Set(1);
                full.TrySend(2);
                pipe.WriteByte(1);
                pipe.WriteByte(2);
                pipe.Reader.TryRead(_bytes, 0, 8);
            };
            Assert.AreEqual(0L, BytesOf(use), "what is there is taken, what is full refuses");
            Assert.IsTrue(semaphore.Dropped > Uses && full.Dropped > Uses && pipe.Dropped > Uses, "and counts");
        }

        [TestMethod]
        public void Pipes_allocateNothing()
        {
            Pipe pipe = new Pipe(8);
            Pipe dropping = new Pipe(8, WhenFull.DropOldest);
            Check(pipe.Reader.Into(_bytes, 0, 8), new NeverFuture(), Nothing, () => pipe.Write(_bytes, 0, 5), Nothing);
            Action writeTwice = () =>
            {
                dropping.Write(_bytes, 0, 7);
                dropping.WriteByte(1);
                dropping.WriteByte(2);
            };
            Check(dropping.Reader.Into(_bytes, 0, 8), new NeverFuture(), Nothing, writeTwice, Nothing);
            Check(
                pipe.Writer,
                new NeverFuture(),
                () => pipe.Writer.From(_bytes, 0, pipe.Write(_bytes, 0, 8)),
                () => pipe.Reader.TryRead(_bytes, 0, 8),
                () => pipe.Reader.TryRead(_bytes, 0, 8));
        }

        [TestMethod]
        public void Barrier_allocatesNothing()
        {
            Barrier barrier = new Barrier(2);
            BarrierWait last = barrier.NewWait();
            Check(barrier.NewWait(), new NeverFuture(), Nothing, () => _executor.BlockOn(last), Nothing);
        }

        [TestMethod]
        public void Once_allocatesNothing()
        {
            Once once = new Once();
            OnceWait wait = once.NewWait();
            once.Set(_item);
            Assert.AreEqual(0L, BytesOf(() => _executor.BlockOn(wait)), "waits");
            Once[] many = new Once[Uses];
            for (int i = 0; i < many.Length; i++)
            {
                many[i] = new Once();
            }

            int set = 0;
            Assert.AreEqual(0L, BytesOf(() => set += many[set].Set(_item) ? 1 : 0, Uses - 100), "sets");
            OnceWait early = new Once().NewWait();
            Assert.AreEqual(0L, BytesOf(() => Abandon(early)), "waits that are cancelled");
        }

        [TestMethod]
        public void Pins_allocateNothing()
        {
            TestPin pin = new TestPin();
            Check(new WaitForEdge(pin, Edge.Any), new WaitForLevel(pin, true), Nothing, () => pin.Set(!pin.Read()), Nothing);
            Check(new Debounced(pin, 0), new WaitForLevel(pin, true), Nothing, () => pin.Set(!pin.Read()), Nothing);
            Debounced settling = new Debounced(pin, 20);
            Action bounce = () =>
            {
                pin.Set(!pin.Read());
                pin.Glitch();
                _executor.BlockOn(settling);
            };
            Assert.AreEqual(0L, BytesOf(bounce), "a level that has to settle");
        }

        [TestMethod]
        public void Worker_allocatesNothingInTheTask()
        {
            Worker worker = new Worker(1);
            ManualMachine machine = new ManualMachine();
            Executor executor = new Executor(1, new AnyMachine(machine.Clock, new ThreadParker()));
            WorkerCall call = worker.NewCall(argument => argument);
            Assert.AreEqual(0L, BytesOf(() => executor.BlockOn(call.With(_item))), "asked, parked, and handed over");
            worker.Close();
            executor.BlockOn(worker.Thread.NewWait());
        }

        [TestMethod]
        public void WaitForThread_allocatesNothing()
        {
            WatchedThread thread = new WatchedThread(Nothing);
            WaitForThread wait = thread.NewWait();
            Assert.AreEqual(0L, BytesOf(() => Abandon(wait)), "waits that are cancelled");
            thread.Start();
            thread.Thread.Join();
            Assert.AreEqual(0L, BytesOf(() => _executor.BlockOn(wait)), "waits for one that has exited");
        }

        private static void Nothing()
        {
        }

        // A use that comes to nothing.
        private void Abandon(Future wait)
        {
            long handle = _executor.Spawn(wait);
            _executor.RunUntilIdle();
            _executor.Abort(handle);
        }

        // A use: one waits, the other waits behind it or beside it and is cancelled, and the first gets what is given.
        private void Check(Future wait, Future cancelled, Action before, Action give, Action after)
        {
            int done = 0;
            Action use = () =>
            {
                before();
                long handle = _executor.Spawn(wait);
                long other = _executor.Spawn(cancelled);
                _executor.RunUntilIdle();
                give();
                _executor.Abort(other);
                _executor.RunUntilIdle();
                after();
                done += _executor.IsAlive(handle) ? 0 : 1;
            };
            Assert.AreEqual(0L, BytesOf(use), "uses of " + wait.GetType().Name);
            Assert.AreEqual(Uses + 100, done, "each use came to its end");
        }

        private static long BytesOf(Action use, int uses = Uses)
        {
            for (int i = 0; i < 100; i++)
            {
                use();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < uses; i++)
            {
                use();
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
