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
        public void Burst_deliversMissedTicksWithoutWaiting()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100, CatchUp.Burst);
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
