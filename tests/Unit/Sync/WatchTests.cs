using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class WatchTests
    {
        [TestMethod]
        public void Readers_eachSeeTheLatest()
        {
            LongWatch watch = new LongWatch();
            LongWatchReader quick = watch.NewReader();
            LongWatchReader slow = watch.NewReader();
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting task = new Awaiting(quick, 3);
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(1, watch.Waiting, "there is no value yet");
            watch.Set(1);
            executor.RunUntilIdle();
            watch.Set(2);
            executor.RunUntilIdle();
            Assert.AreEqual(2, task.Done, "each as it came");
            executor.BlockOn(slow);
            Assert.AreEqual(2L, slow.Result, "only the latest");
            Assert.AreEqual(2L, watch.Value, "which anybody can look at");
            watch.Set(3);
            watch.Set(4);
            executor.RunUntilIdle();
            Assert.AreEqual(4L, quick.Result, "the first of two was replaced");
            executor.BlockOn(slow);
            Assert.AreEqual(4L, slow.Result, "for both");
        }

        [TestMethod]
        public void Value_takenByOneReader_isNewToTheOthers()
        {
            Watch watch = new Watch();
            WatchReader one = watch.NewReader();
            WatchReader two = watch.NewReader();
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting second = new Awaiting(two);
            executor.Spawn(second);
            executor.RunUntilIdle();
            watch.Set("a");
            Assert.AreEqual("a", (string)watch.Value, "looked at before anybody was polled");
            executor.BlockOn(one);
            executor.RunUntilIdle();
            Assert.AreEqual("a", (string)one.Result, "new to one");
            Assert.AreEqual("a", (string)two.Result, "and to the other");
            Awaiting again = new Awaiting(one);
            executor.Spawn(again);
            executor.RunUntilIdle();
            Assert.AreEqual(0, again.Done, "and then seen");
        }

        [TestMethod]
        public void NewReader_seesWhatIsThere()
        {
            LongWatch watch = new LongWatch(1);
            watch.Set(5);
            Assert.AreEqual(5L, watch.Value, "taken over by a look");
            LongWatchReader reader = watch.NewReader();
            new ManualMachine().NewExecutor(1).BlockOn(reader);
            Assert.AreEqual(5L, reader.Result, "new to a new reader");
        }

        [TestMethod]
        public void WaitingReaders_keepTheRules()
        {
            ListenChecks.All(new NoValue());
            ListenChecks.All(new NoNumber());
        }

        [TestMethod]
        public void Set_saysThatTheValueIsThere()
        {
            Watch watch = new Watch();
            LongWatch numbers = new LongWatch();
            for (int i = 0; i < 100; i++)
            {
                Assert.IsTrue(watch.Set(this), "there is a place for each value");
                Assert.IsTrue(numbers.Set(i), "for numbers too");
            }

            Assert.AreEqual(0, watch.Dropped + numbers.Dropped, "none was refused");
            Assert.AreSame(this, watch.Value, "the latest");
            Assert.AreEqual(99L, numbers.Value, "the latest");
        }

        [TestMethod]
        public void Value_beforeTheFirst_isTheDefault()
        {
            Assert.IsNull(new Watch().Value, "nothing");
            Assert.AreEqual(0L, new LongWatch().Value, "0");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Expect.Message("writers is 0; give 1 to 64.", () => new Watch(0));
            Expect.Message("writers is 65; give 1 to 64.", () => new LongWatch(65));
        }

        private sealed class NoValue : ListenCase
        {
            private readonly Watch _watch = new Watch();

            internal override ListenCase Again()
            {
                return new NoValue();
            }

            internal override ListeningFuture NewWait()
            {
                return _watch.NewReader();
            }

            internal override void Give()
            {
                _watch.Set(this);
            }
        }

        private sealed class NoNumber : ListenCase
        {
            private readonly LongWatch _watch = new LongWatch();

            internal override ListenCase Again()
            {
                return new NoNumber();
            }

            internal override ListeningFuture NewWait()
            {
                return _watch.NewReader();
            }

            internal override void Give()
            {
                _watch.Set(1);
            }
        }
    }
}
