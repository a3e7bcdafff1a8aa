using System.Threading;
using NanoExecutor.Boards.Desktop;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class DesktopBoardTests
    {
        [TestMethod]
        public void Clock_neverGoesBack()
        {
            DesktopClock clock = new DesktopClock();
            long before = clock.Now;
            for (int i = 0; i < 100_000; i++)
            {
                long now = clock.Now;
                Assert.IsTrue(now >= before, "it showed " + before + " and then " + now);
                before = now;
            }
        }

        [TestMethod]
        public void Deadline_endsThePark()
        {
            DesktopMachine machine = new DesktopMachine();
            Clock clock = machine.Clock;
            Executor executor = new Executor(1, machine);
            executor.Timing = true;
            Delay delay = new Delay();

            // On a slow machine the deadline may pass before the executor has got to its park; then it has not been tried.
            while (executor.TimeAsleep == 0)
            {
                long start = clock.Now;
                Assert.IsTrue(executor.BlockOn(delay.For(20 * Duration.Millisecond)), "it came");
                Assert.IsTrue(clock.Now - start >= 20 * Duration.Millisecond, "and not early");
            }
        }

        [TestMethod]
        public void Park_forADeadlineFarAway_waitsForAWake()
        {
            // The bug this guards against: a wait of more than 24 days is more than WaitOne takes, and throws.
            DesktopMachine machine = new DesktopMachine();
            Executor executor = new Executor(1, machine);
            executor.Timing = true;
            executor.OnIdle = idle => idle.Stop();
            Assert.IsFalse(executor.BlockOn(new Delay().For(Duration.Longest)), "it was stopped");
        }

        [TestMethod]
        public void Park_untilATime_isNotShorter()
        {
            // A wait counts whole milliseconds: rounded down it would end early, and the executor would have to park again.
            // The clock stands still, so that each of these parks is for two milliseconds, and a microsecond more than one.
            DesktopParker parker = new DesktopParker(new ManualClock());
            DesktopClock clock = new DesktopClock();
            long start = clock.Now;
            for (int i = 0; i < 20; i++)
            {
                parker.Park(1001);
            }

            long took = clock.Now - start;
            Assert.IsTrue(took >= 20 * 1001, "20 times a millisecond and a microsecond took " + took);
        }

        [TestMethod]
        public void Park_untilATimeThatHasPassed_endsAtOnce()
        {
            ManualClock clock = new ManualClock { Time = 5 * Duration.Second };
            DesktopParker parker = new DesktopParker(clock);
            parker.Park(5 * Duration.Second);
            parker.Park(0);
            parker.Park(long.MinValue + (5 * Duration.Second));
            parker.Unpark();
            parker.Park(long.MaxValue - 1);
            Assert.AreEqual(5 * Duration.Second, clock.Time, "neither the past nor the end of time is too much for a wait");
        }

        [TestMethod]
        public void Unpark_beforePark_endsItAtOnce()
        {
            DesktopParker parker = new DesktopParker(new DesktopClock());
            parker.Unpark();
            parker.Unpark();
            parker.Park(long.MaxValue);
            bool returned = false;
            Thread second = new Thread(() =>
            {
                parker.Park(long.MaxValue);
                returned = true;
            });
            second.Start();
            parker.Unpark();
            second.Join();
            Assert.IsTrue(returned, "two unparks were one; the second park needed a third");
        }

        [TestMethod]
        public void OutputPin_countsChangesOnly()
        {
            SimulatedOutputPin pin = new SimulatedOutputPin("lamp");
            Assert.IsFalse(pin.IsHigh, "low at first");
            pin.Write(false);
            pin.Write(true);
            pin.Write(true);
            pin.Toggle();
            pin.Toggle();
            Assert.IsTrue(pin.IsHigh);
            Assert.AreEqual(3, pin.Changes);
            Assert.AreEqual("lamp", pin.Name);
        }

        [TestMethod]
        public void InputPin_raisesItsSourceForEachEdge()
        {
            Reactor reactor = new Reactor(1);
            SimulatedInputPin pin = new SimulatedInputPin("key", reactor, 0);
            pin.Set(false);
            Assert.AreEqual(SourceState.NotReady, reactor.StateOf(0), "it was low already");
            pin.Set(true);
            Assert.AreEqual(SourceState.Ready, reactor.StateOf(0), "an edge");
            Assert.IsTrue(pin.Read());
        }
    }
}
