using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class DebouncedTests
    {
        private const long Settle = 1000;

        [TestMethod]
        public void Level_countsOnceItHasSettled()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Debounced button = new Debounced(pin, Settle);
            Executor executor = machine.NewExecutor(1);
            Awaiting task = new Awaiting(button);
            executor.Spawn(task);
            executor.RunUntilIdle();
            At(100, machine, executor);
            pin.Set(true);
            executor.RunUntilIdle();
            At(1099, machine, executor);
            Assert.AreEqual(0, task.Done, "not yet");
            Assert.IsFalse(button.Level, "still the old one");
            At(1100, machine, executor);
            Assert.AreEqual(1, task.Done, "settled");
            Assert.IsTrue(button.Level, "the new one");
            Assert.AreEqual(0L, executor.SpuriousPolls, "an edge and a deadline");
        }

        [TestMethod]
        public void EachEdge_startsTheTimeAnew()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Executor executor = machine.NewExecutor(1);
            Awaiting task = Settling(pin, executor);
            for (int i = 1; i <= 5; i++)
            {
                At(i * 900, machine, executor);
                pin.Glitch();
                executor.RunUntilIdle();
            }

            Assert.AreEqual(0, task.Done, "it bounced until 4500");
            At(5499, machine, executor);
            Assert.AreEqual(0, task.Done, "not yet");
            At(5500, machine, executor);
            Assert.AreEqual(1, task.Done, "a while after the last edge");
        }

        [TestMethod]
        public void Edge_seenOnlyWhenTheTimeHasCome_startsItAnew()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Executor executor = machine.NewExecutor(1);
            Awaiting task = Settling(pin, executor);

            // The executor is held up by a long poll, in which the contact bounces and the time comes.
            machine.Clock.Time = Settle - 1;
            pin.Glitch();
            At(Settle, machine, executor);
            Assert.AreEqual(0, task.Done, "there was an edge, so the level has not lasted");
            At(2 * Settle, machine, executor);
            Assert.AreEqual(1, task.Done, "now it has");
        }

        [TestMethod]
        public void Level_thatGoesBack_countsForNothing()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Executor executor = machine.NewExecutor(1);
            Awaiting task = Settling(pin, executor);
            At(500, machine, executor);
            pin.Set(false);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "no time runs any more");
            At(5000, machine, executor);
            Assert.AreEqual(0, task.Done, "it was nothing");
        }

        [TestMethod]
        public void Change_whileNobodyWaits_settlesInTheNextWait()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Debounced button = new Debounced(pin, Settle);
            Executor executor = machine.NewExecutor(1);
            pin.Set(true);
            executor.BlockOn(button);
            Assert.AreEqual(Settle, machine.Clock.Time, "time runs while it is awaited");
            Assert.IsTrue(button.Level, "the new level");
            pin.Set(false);
            executor.BlockOn(button);
            Assert.IsFalse(button.Level, "and back");
        }

        [TestMethod]
        public void NoTime_countsAtOnce()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Debounced button = new Debounced(pin, 0);
            Executor executor = machine.NewExecutor(1);
            pin.Set(true);
            executor.BlockOn(button);
            Assert.IsTrue(button.Level, "at the poll");
            Assert.AreEqual(0, machine.Parker.Parks, "without a wait");
        }

        [TestMethod]
        public void Cancel_leavesTheTimerQueue()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Debounced button = new Debounced(pin, Settle);
            Executor executor = machine.NewExecutor(1);
            long handle = executor.Spawn(button);
            executor.RunUntilIdle();
            pin.Set(true);
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "no deadline is left");
            At(500, machine, executor);
            executor.BlockOn(button);
            Assert.AreEqual(500 + Settle, machine.Clock.Time, "the time began anew");
        }

        [TestMethod]
        public void Cancel_wokenByAnEdge_settlesInTheNextWait()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Debounced button = new Debounced(pin, Settle);
            Executor executor = machine.NewExecutor(1);
            long handle = executor.Spawn(button);
            executor.RunUntilIdle();
            pin.Set(true);
            executor.Abort(handle);
            Assert.IsFalse(button.Level, "nobody has looked");
            executor.BlockOn(button);
            Assert.IsTrue(button.Level, "the level still stands");
            Assert.AreEqual(Settle, machine.Clock.Time, "for the whole time");
        }

        [TestMethod]
        public void Cancel_whenTheTimeHasCome_startsItAnew()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Debounced button = new Debounced(pin, Settle);
            Executor executor = machine.NewExecutor(1);
            long handle = executor.Spawn(button);
            executor.RunUntilIdle();
            pin.Set(true);
            executor.RunUntilIdle();
            machine.Clock.Time = Settle;
            executor.Abort(handle);
            Assert.IsFalse(button.Level, "its time had come and it was not polled");
            executor.BlockOn(button);
            Assert.AreEqual(2 * Settle, machine.Clock.Time, "time runs only while it is awaited");
        }

        [TestMethod]
        public void Take_goesOnElsewhere()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Debounced button = new Debounced(pin, Settle);
            Executor executor = machine.NewExecutor(1);
            Awaiting task = new Awaiting(button);
            long handle = executor.Spawn(task);
            executor.RunUntilIdle();
            pin.Set(true);
            executor.RunUntilIdle();
            executor.Detach(handle);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "no deadline is left");
            Executor other = new ManualMachine().NewExecutor(1);
            other.Spawn(task);
            Assert.AreEqual(Settle, other.RunUntilIdle(), "its deadline stands in the other queue");
            other.Run();
            Assert.AreEqual(1, task.Done, "and came");
        }

        [TestMethod]
        public void SpuriousPoll_movesNothing()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Executor executor = machine.NewExecutor(1);
            Awaiting task = Settling(pin, executor);
            At(500, machine, executor);
            task.Home.Wake();
            executor.RunUntilIdle();
            Assert.IsTrue(executor.SpuriousPolls > 0, "it is counted");
            At(1000, machine, executor);
            Assert.AreEqual(1, task.Done, "and the time ran on");
        }

        [TestMethod]
        public void SpuriousPoll_whileItSettles_isNotTheEndOfIt()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Executor executor = machine.NewExecutor(1);
            Awaiting task = Settling(pin, executor);
            At(500, machine, executor);
            task.Home.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(0, task.Done, "half of its time is left");
            Assert.AreEqual(Settle, executor.RunUntilIdle(), "and runs on");
        }

        [TestMethod]
        public void Level_thatWentBackUnseen_countsForNothing()
        {
            ManualMachine machine = new ManualMachine();
            TestPin pin = new TestPin();
            Executor executor = machine.NewExecutor(1);
            Awaiting task = Settling(pin, executor);
            pin.SetUnseen(false);
            At(Settle, machine, executor);
            Assert.AreEqual(0, task.Done, "the level read at the end counts");
            Assert.AreEqual(0L, executor.SpuriousPolls, "to see that was worth the poll");
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "no time runs any more");
            pin.Set(true);
            Assert.AreEqual(2 * Settle, executor.RunUntilIdle(), "the next edge starts it");
            At(2 * Settle, machine, executor);
            Assert.AreEqual(1, task.Done, "and this level lasted");
        }

        [TestMethod]
        public void Edge_afterACancelOrATake_wakesNobody()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(3);
            Debounced aborted = new Debounced(pin, Settle);
            Debounced taken = new Debounced(pin, Settle);
            long first = executor.Spawn(aborted);
            long second = executor.Spawn(taken);
            executor.RunUntilIdle();
            executor.Abort(first);
            executor.Detach(second);
            Assert.IsFalse(aborted.IsWaiting, "it was cancelled");
            Assert.IsTrue(taken.IsWaiting, "it is only away");
            Bystanders bystanders = new Bystanders(executor);
            pin.Set(true);
            Assert.AreEqual(0L, bystanders.Polls, "their slots are those of other tasks now");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Expect.Message("Value of settle is -1 microseconds", () => new Debounced(new TestPin(), -1));
            Assert.IsFalse(new Debounced(new TestPin(), Duration.Longest).Level, "the longest time is allowed");
        }

        // A task whose pin has just changed, so that its time runs.
        private static Awaiting Settling(TestPin pin, Executor executor)
        {
            Awaiting task = new Awaiting(new Debounced(pin, Settle));
            executor.Spawn(task);
            executor.RunUntilIdle();
            pin.Set(true);
            executor.RunUntilIdle();
            return task;
        }

        private static void At(long time, ManualMachine machine, Executor executor)
        {
            machine.Clock.Time = time;
            executor.RunUntilIdle();
        }
    }
}
