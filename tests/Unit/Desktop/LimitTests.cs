using System;
using System.Reflection;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The largest of everything, which no device has the memory for.</summary>
    [TestClass]
    public class LimitTests
    {
        private const int MaxItems = 65536;

        [TestMethod]
        public void LargestCapacities_areAllowedAndHold()
        {
            Channel channel = new Channel(MaxItems);
            LongChannel numbers = new LongChannel(MaxItems);
            Pipe pipe = new Pipe(MaxItems);
            for (int i = 0; i < MaxItems; i++)
            {
                Assert.IsTrue(channel.TrySend(this) && numbers.TrySend(i) && pipe.WriteByte(1), "there is a place");
            }

            Assert.IsFalse(channel.TrySend(this) || numbers.TrySend(0) || pipe.WriteByte(1), "all are full");
            Assert.AreEqual(MaxItems, channel.Count, "by the number given");
            Assert.AreEqual(MaxItems, numbers.Count, "by the number given");
            Assert.AreEqual(MaxItems, pipe.Count, "by the number given");
            Assert.AreEqual(MaxItems, new PubSub(MaxItems).Capacity);
            Assert.AreEqual(MaxItems, new LongPubSub(MaxItems).Capacity);
        }

        [TestMethod]
        public void LargestNumbers_areAllowed()
        {
            Assert.AreEqual(1 << 28, new Semaphore(1 << 28, 1 << 28).Available, "permits");
            Assert.AreEqual(1024, new Barrier(1024).Parties, "parties");
            Assert.AreEqual(1024, new Executor(1024, new ManualMachine()).Capacity, "slots");
            Assert.AreEqual(1024, new Reactor(1024).Count, "sources");
            Assert.IsTrue(new Signal(64).Set(this) && new LongSignal(64).Set(1), "writers of a signal");
            Assert.IsTrue(new Watch(64).Set(this) && new LongWatch(64).Set(1), "writers of a watch");
            Worker worker = new Worker(1024);
            for (int i = 0; i < 1024; i++)
            {
                worker.NewCall(argument => argument);
            }

            worker.Close();
            Expect.Message("calls is 1025; give 1 to 1024.", () => new Worker(1025));
            Expect.Message("max is 268435457; give 1 to 268435456.", () => new Semaphore(0, (1 << 28) + 1));
            Expect.Message("capacity is 1025; give 1 to 1024.", () => new Executor(1025, new ManualMachine()));
            Expect.Message("capacity is 65537; give 1 to 65536.", () => new Pipe(MaxItems + 1));
        }

        [TestMethod]
        public void PowersOfTwo_takeNoMoreThanThey()
        {
            // What a ring of 65,536 takes is known; one that is rounded up once too often takes twice as much.
            Assert.IsTrue(BytesOf(() => new Pipe(MaxItems)) < MaxItems * 3 / 2, "a byte each");
            Assert.IsTrue(BytesOf(() => new LongChannel(MaxItems)) < MaxItems * 12 * 3 / 2, "a number and a mark each");
            Assert.IsTrue(BytesOf(() => new Executor(1024, new ManualMachine())) < 1024 * 160, "a task each");
        }

        [TestMethod]
        public void Set_withMoreThreadsInTheMiddleThanDeclared_isRefusedAndCounted()
        {
            Signal signal = new Signal(1);
            Watch watch = new Watch(1);
            LongWatch numbers = new LongWatch(1);
            foreach (object target in new[] { signal.Values, Private.Get(watch, "_latest"), Private.Get(numbers, "_latest") })
            {
                for (int place = 0; place < 3; place++)
                {
                    Call(target, "Claim");
                }
            }

            Assert.IsFalse(signal.Set(this), "all places are taken");
            Assert.IsFalse(watch.Set(this), "all places are taken");
            Assert.IsFalse(numbers.Set(1), "all places are taken");
            Assert.AreEqual(1, signal.Dropped, "counted");
            Assert.AreEqual(1, watch.Dropped, "counted");
            Assert.AreEqual(1, numbers.Dropped, "counted");
        }

        [TestMethod]
        public void Publish_whileTheOldestIsBeingWritten_isRefusedAndCounted()
        {
            PubSub source = new PubSub(2);
            Subscriber subscriber = source.NewSubscriber();
            int stopped = (int)Call(source.Ring, "Claim");
            Assert.IsTrue(source.Publish("a"), "there is a place behind it");
            Assert.IsFalse(source.Publish("b"), "the oldest cannot go");
            Assert.AreEqual(1, source.Dropped, "which is counted");
            ((int[])Private.Get(source.Ring, "Marks"))[0] = stopped + PermitCounter.One;
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(subscriber);
            executor.BlockOn(subscriber);
            Assert.AreEqual("a", (string)subscriber.Result, "what was accepted comes in order");
            Assert.AreEqual(0L, subscriber.MissedInAll, "nothing was missed");
        }

        private static object Call(object target, string method, params object[] arguments)
        {
            for (Type type = target.GetType(); type != null; type = type.BaseType)
            {
                MethodInfo found = type.GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic);
                if (found != null)
                {
                    return found.Invoke(target, arguments);
                }
            }

            throw new ArgumentException("There is no method " + method + " any more.", nameof(method));
        }

        private static long BytesOf(Func<object> make)
        {
            make();
            long before = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(make());
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
