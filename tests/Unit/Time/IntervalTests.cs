using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class IntervalTests
    {
        [TestMethod]
        public void Poll_lateTicks_doNotDrift()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100);
            for (int tick = 1; tick <= 5; tick++)
            {
                executor.BlockOn(interval);
                Assert.AreEqual(tick * 100L, machine.Clock.Time, "on the grid");
                machine.Clock.Time += 37;
            }
        }

        [TestMethod]
        public void Lag_isHowLateTheTickWasTaken()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100);
            executor.BlockOn(interval);
            Assert.AreEqual(0L, interval.Lag, "on time");
            machine.Clock.Time = 230;
            executor.BlockOn(interval);
            Assert.AreEqual(30L, interval.Lag, "due at 200 and taken at 230");
        }

        [TestMethod]
        public void Skip_passesOverMissedTicksAndCountsThem()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100);
            executor.BlockOn(interval);
            machine.Clock.Time = 450;
            executor.BlockOn(interval);
            Assert.AreEqual(450L, machine.Clock.Time, "one tick at once for those of 200 to 400");
            Assert.AreEqual(2L, interval.Skipped, "two more were missed");
            executor.BlockOn(interval);
            Assert.AreEqual(500L, machine.Clock.Time, "and the grid is as before");
        }

        [TestMethod]
        public void Skip_tickLateByAWholePeriod_missesOne()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100);
            machine.Clock.Time = 5;
            Awaiting task = new Awaiting(interval, 9);
            executor.Spawn(task);
            executor.RunUntilIdle();
            machine.Clock.Time = 204;
            Assert.AreEqual(205L, executor.RunUntilIdle(), "due at 105 and taken at 204: the next is still to come");
            Assert.AreEqual(99L, interval.Lag, "late by less than a period");
            Assert.AreEqual(0L, interval.Skipped, "so none was missed");
            machine.Clock.Time = 305;
            Assert.AreEqual(405L, executor.RunUntilIdle(), "due at 205 and taken when the next was due too");
            Assert.AreEqual(100L, interval.Lag, "late by a whole period");
            Assert.AreEqual(1L, interval.Skipped, "so one was missed");
            Assert.AreEqual(2, task.Done, "and one tick taken for both");
        }

        [TestMethod]
        public void Take_keepsTheGrid()
        {
            ManualMachine first = new ManualMachine();
            ManualMachine second = new ManualMachine();
            Executor one = first.NewExecutor(1);
            Executor two = second.NewExecutor(1);
            Awaiting task = new Awaiting(new Interval(100), 2);
            long handle = one.Spawn(task);
            Assert.AreEqual(100L, one.RunUntilIdle(), "its first tick");
            one.Detach(handle);
            Assert.AreEqual(long.MaxValue, one.RunUntilIdle(), "but not here any more");
            second.Clock.Time = 70;
            two.Spawn(task);
            Assert.AreEqual(100L, two.RunUntilIdle(), "due when it was due before");
            second.Clock.Time = 100;
            Assert.AreEqual(200L, two.RunUntilIdle(), "and so is the next");
        }

        [TestMethod]
        public void Burst_deliversMissedTicksWithoutWaiting()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100, MissedTickBehavior.Burst);
            executor.BlockOn(interval);
            machine.Clock.Time = 450;
            for (int tick = 2; tick <= 4; tick++)
            {
                executor.BlockOn(interval);
                Assert.AreEqual(450L, machine.Clock.Time, "no waiting");
                Assert.AreEqual(450L - (tick * 100), interval.Lag, "each says how late it is");
            }

            executor.BlockOn(interval);
            Assert.AreEqual(500L, machine.Clock.Time, "caught up");
            Assert.AreEqual(0L, interval.Skipped, "none was skipped");
        }

        [TestMethod]
        public void Period_outOfRange_saysTheRange()
        {
            Expect.Message(
                "Period of 0 microseconds; give 1 to Duration.Longest (4611686018427387904).",
                () => new Interval(0));
            Interval interval = new Interval(5);
            Expect.Message("Period of -3 microseconds;", () => interval.Every(-3));
            Expect.Message("Period of 4611686018427387905 microseconds;", () => interval.Every(Duration.Longest + 1));
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(interval.Every(Duration.Longest));
            Assert.AreEqual(Duration.Longest, executor.RunUntilIdle(), "the longest period there is");
        }

        [TestMethod]
        public void Every_startsANewGrid()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100);
            long handle = executor.Spawn(interval);
            executor.RunUntilIdle();
            interval.Every(30);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "it left the timer queue");
            executor.Abort(handle);
            machine.Clock.Time = 50;
            executor.BlockOn(interval);
            Assert.AreEqual(80L, machine.Clock.Time, "one period after the next poll");
        }

        [TestMethod]
        public void Cancel_forgetsTheGrid()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100);
            long handle = executor.Spawn(interval);
            executor.RunUntilIdle();
            executor.Abort(handle);
            machine.Clock.Time = 70;
            executor.BlockOn(interval);
            Assert.AreEqual(170L, machine.Clock.Time, "a new start");
        }
    }
}
