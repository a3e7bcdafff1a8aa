using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    // What tests/AllocationProof proves from the code of the toolkit, seen on the heap of the CLR itself: waits, wakes,
    // contention and cancellation, made once and used so often that a single string in each use would show.
    [TestClass]
    public class ToolkitHeapTests
    {
        private const int WarmUps = 50;

        [TestMethod]
        public void LocksAndPermits_makeNoGarbage()
        {
            Executor executor = new ManualMachine().NewExecutor(8);
            Mutex mutex = new Mutex();
            MutexLock owner = mutex.NewLock();
            MutexLock next = mutex.NewLock();
            MutexLock cancelled = mutex.NewLock();
            ReaderWriterLock guard = new ReaderWriterLock();
            WriteLock writer = guard.NewWriteLock();
            ReadLock reader = guard.NewReadLock();
            Semaphore semaphore = new Semaphore(0, 1);
            SemaphoreAcquire acquire = semaphore.NewAcquire();
            Barrier barrier = new Barrier(2);
            BarrierWait first = barrier.NewWait();
            BarrierWait last = barrier.NewWait();
            Check(() =>
            {
                executor.BlockOn(owner);
                executor.BlockOn(writer);
                long gone = executor.Spawn(cancelled);
                executor.Spawn(next);
                executor.Spawn(reader);
                executor.Spawn(acquire);
                executor.Spawn(first);
                executor.RunUntilIdle();
                owner.Release();
                writer.Release();
                semaphore.Release();
                executor.Abort(gone);
                executor.BlockOn(last);
                executor.RunUntilIdle();
                next.Release();
                reader.Release();
            });
        }

        [TestMethod]
        public void Values_makeNoGarbage()
        {
            Executor executor = new ManualMachine().NewExecutor(8);
            object item = new object();
            Signal signal = new Signal();
            SignalWait signalWait = signal.NewWait();
            LongWatch watch = new LongWatch();
            LongWatchReader watchReader = watch.NewReader();
            EventFlags flags = new EventFlags(true);
            EventFlagsWait any = flags.NewWaitAny(3);
            EventFlagsWait all = flags.NewWaitAll(3);
            LongPubSub source = new LongPubSub(2);
            LongSubscriber subscriber = source.NewSubscriber();
            CancellationWait request = new CancellationWait();
            Check(() =>
            {
                executor.Spawn(signalWait);
                executor.Spawn(watchReader);
                executor.Spawn(subscriber);
                executor.Spawn(request);
                executor.Spawn(any);
                long gone = executor.Spawn(all);
                executor.RunUntilIdle();
                signal.Set(item);
                signal.Set(item);
                watch.Set(7);
                flags.Set(1);
                source.Publish(1);
                source.Publish(2);
                source.Publish(3);
                request.Request();
                executor.Abort(gone);
                executor.RunUntilIdle();
                request.Clear();
            });
        }

        [TestMethod]
        public void Queues_makeNoGarbage()
        {
            Executor executor = new ManualMachine().NewExecutor(8);
            object item = new object();
            byte[] bytes = new byte[8];
            Channel channel = new Channel(1);
            ChannelSend send = channel.NewSend();
            ChannelReceive receive = channel.NewReceive();
            LongChannel dropping = new LongChannel(1, WhenFull.DropOldest);
            LongChannelReceive number = dropping.NewReceive();
            LongChannelReceive cancelled = dropping.NewReceive();
            Pipe pipe = new Pipe(4);
            Check(() =>
            {
                channel.TrySend(item);
                channel.TrySend(item);
                executor.Spawn(send.With(item));
                executor.Spawn(number);
                long gone = executor.Spawn(cancelled);
                executor.Spawn(pipe.Writer.From(bytes, 0, 6));
                executor.RunUntilIdle();
                executor.BlockOn(receive);
                executor.BlockOn(receive);
                dropping.TrySend(1);
                dropping.TrySend(2);
                executor.Abort(gone);
                executor.BlockOn(pipe.Reader.Into(bytes, 0, 4, 8));
                executor.RunUntilIdle();
                pipe.Reader.TryRead(bytes, 0, 8);
            });
        }

        [TestMethod]
        public void Combinators_makeNoGarbage()
        {
            Executor executor = new ManualMachine().NewExecutor(8);
            Join join = new Join(new Race(Losers.Keep, new Interval(5), new NeverFuture()), new Yield());
            WithTimeout timeout = new WithTimeout(new NeverFuture(), 3);
            Repeat repeat = new Repeat(new Sequence(new Interval(3), new Yield()), 2);
            Supervised supervised = new Supervised(
                new Budget(new Race(new Interval(4), timeout), 0), RestartPolicy.AtMost(3, Duration.Second, null));
            Retry retry = new Retry(repeat, 3, new Backoff(1));
            WithCancellation cancelled = new WithCancellation(new NeverFuture());
            Debounced button = new Debounced(new TestPin(), 10);
            Check(() =>
            {
                executor.Spawn(cancelled);
                long gone = executor.Spawn(button);
                executor.BlockOn(join);
                executor.BlockOn(supervised);
                executor.BlockOn(retry);
                executor.Abort(gone);
                cancelled.Request();
                executor.RunUntilIdle();
                cancelled.Clear();
            });
        }

        [TestMethod]
        public void Worker_makesNoGarbage()
        {
            object item = new object();
            ManualMachine machine = new ManualMachine();
            Executor executor = new Executor(1, new AnyMachine(machine.Clock, new ThreadParker()));
            Worker worker = new Worker(1);
            WorkerCall call = worker.NewCall(argument => argument);
            Check(() => executor.BlockOn(call.With(item)));
            worker.Close();
            executor.BlockOn(worker.Thread.NewWait());
        }

        private static void Check(ThreadStart use)
        {
            Repeat(use, WarmUps);
            Garbage garbage = new Garbage();
            Repeat(use, Garbage.Uses);
            garbage.ExpectNone();
        }

        private static void Repeat(ThreadStart use, int times)
        {
            for (int i = 0; i < times; i++)
            {
                use();
            }
        }
    }
}
