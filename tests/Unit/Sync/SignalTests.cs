using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class SignalTests
    {
        [TestMethod]
        public void Wait_takesTheLatestValueOnce()
        {
            LongSignal signal = new LongSignal();
            LongSignalWait wait = signal.NewWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            signal.Set(1);
            signal.Set(2);
            signal.Set(3);
            Assert.AreEqual(2, signal.Replaced, "nobody saw the first two");
            Awaiting task = new Awaiting(wait, 2);
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(3L, wait.Result, "the latest");
            Assert.AreEqual(1, task.Done, "once");
            Assert.IsFalse(signal.IsSet, "and then none");
            signal.Set(4);
            executor.RunUntilIdle();
            Assert.AreEqual(4L, wait.Result, "until the next");
        }

        [TestMethod]
        public void Wait_takesAReference_nullToo()
        {
            Signal signal = new Signal();
            SignalWait wait = signal.NewWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            object value = new object();
            signal.Set(value);
            executor.BlockOn(wait);
            Assert.AreSame(value, wait.Result, "the very object");
            signal.Set(null);
            executor.BlockOn(wait);
            Assert.IsNull(wait.Result, "null is a value");
        }

        [TestMethod]
        public void WaitingFutures_keepTheRules()
        {
            TurnChecks.All(new Unset());
        }

        [TestMethod]
        public void WaitingFuturesOfNumbers_keepTheRules()
        {
            TurnChecks.All(new UnsetLong());
        }

        [TestMethod]
        public void TryTake_takesUnlessSomebodyWaits()
        {
            Signal signal = new Signal();
            object value;
            Assert.IsFalse(signal.TryTake(out value), "there is none");
            signal.Set("a");
            Assert.IsTrue(signal.TryTake(out value), "there is one");
            Assert.AreEqual("a", (string)value, "this");
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting waiting = new Awaiting(signal.NewWait());
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            signal.Set("b");
            Assert.IsFalse(signal.TryTake(out value), "it is for who waits");
            executor.RunUntilIdle();
            Assert.AreEqual(1, waiting.Done, "who gets it");
        }

        [TestMethod]
        public void Set_inAPark_wakesTheExecutor()
        {
            ManualMachine machine = new ManualMachine();
            LongSignal signal = new LongSignal(1);
            Executor executor = machine.NewExecutor(1);
            Sum sum = new Sum(signal.NewWait(), 10);
            long next = 0;
            executor.Spawn(sum);
            machine.Parker.DuringPark = () => signal.Set(++next);
            executor.Run();
            Assert.AreEqual(55L, sum.Total, "each value once");
            Assert.AreEqual(0L, executor.SpuriousPolls, "and one poll for each");
        }

        [TestMethod]
        public void TryTake_ofANumber_takesUnlessSomebodyWaits()
        {
            LongSignal signal = new LongSignal();
            long value;
            Assert.IsFalse(signal.TryTake(out value), "there is none");
            Assert.IsTrue(signal.Set(5), "there is a place for it");
            Assert.IsTrue(signal.TryTake(out value), "there is one");
            Assert.AreEqual(5L, value, "this");
            Assert.IsFalse(signal.TryTake(out value), "once");
            Assert.AreEqual(0L, value, "and then nothing");
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting waiting = new Awaiting(signal.NewWait());
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            signal.Set(6);
            Assert.IsFalse(signal.TryTake(out value), "it is for who waits");
            executor.RunUntilIdle();
            Assert.AreEqual(1, waiting.Done, "who gets it");
        }

        [TestMethod]
        public void Set_saysThatTheValueIsThere_howeverManyWereReplaced()
        {
            Signal signal = new Signal(1);
            LongSignal numbers = new LongSignal(1);
            for (int i = 0; i < 100; i++)
            {
                Assert.IsTrue(signal.Set(this), "the place of the one it replaces is free again");
                Assert.IsTrue(numbers.Set(i), "for numbers too");
            }

            Assert.AreEqual(99, signal.Replaced, "all but the last");
            Assert.AreEqual(0, signal.Dropped + numbers.Dropped, "and none was refused");
        }

        [TestMethod]
        public void Set_andTaken_inTurns_neverRunsOutOfPlaces()
        {
            Signal signal = new Signal(1);
            object value;
            for (int i = 0; i < 100; i++)
            {
                Assert.IsTrue(signal.Set(this), "the place of the one before is free");
                Assert.IsTrue(signal.TryTake(out value), "it was taken");
            }

            Assert.AreEqual(0, signal.Replaced, "each was taken");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Expect.Message("writers is 0; give 1 to 64.", () => new Signal(0));
            Expect.Message("writers is 65; give 1 to 64.", () => new LongSignal(65));
        }

        private sealed class Sum : Awaiting
        {
            internal long Total;

            internal Sum(LongSignalWait wait, int times)
                : base(wait, times)
            {
            }

            protected override void OnReady()
            {
                Total += ((LongSignalWait)Inner).Result;
            }
        }

        private sealed class Unset : TurnCase
        {
            private readonly Signal _signal = new Signal();

            internal override int Waiting => _signal.Waiting;

            internal override TurnCase Again()
            {
                return new Unset();
            }

            internal override QueuedFuture NewWait()
            {
                return _signal.NewWait();
            }

            internal override void Give()
            {
                _signal.Set(this);
            }
        }

        private sealed class UnsetLong : TurnCase
        {
            private readonly LongSignal _signal = new LongSignal();

            internal override int Waiting => _signal.Waiting;

            internal override TurnCase Again()
            {
                return new UnsetLong();
            }

            internal override QueuedFuture NewWait()
            {
                return _signal.NewWait();
            }

            internal override void Give()
            {
                _signal.Set(7);
            }
        }
    }
}
