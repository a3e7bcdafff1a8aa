using NanoExecutor.Boards.Virtual;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class TwoTimersVirtualTests
    {
        [TestMethod]
        public void TwoTimers_ofOneAndTwoSeconds_comeInTurn()
        {
            VirtualClock clock = NewClock();
            Reactor reactor = new Reactor(3);
            Executor executor = NewExecutor(clock);
            executor.Timing = true;
            TwoTimers program = Start(clock, reactor);
            Assert.IsTrue(executor.BlockOn(program), "it was not stopped");
            Assert.AreEqual("got 1;got 2;", program.Log.Text, "in turn");
            Assert.AreEqual(1 * Duration.Second, program.FirstAt, "the first after a second");
            Assert.AreEqual(2 * Duration.Second, program.SecondAt, "the second a second later");
            reactor.Close();
            Assert.AreEqual(2 * Duration.Second, executor.TimeAsleep, "and asleep in between");
        }

        [TestMethod]
        public void TwoTimers_startedOnOneExecutor_finishOnAnother()
        {
            // The bug this guards against: the source keeps the waker of the first poll and wakes an executor that is not
            // running; the second sleeps for ever. Here that would be an error: nothing would ever wake it.
            VirtualClock clock = NewClock();
            Reactor reactor = new Reactor(3);
            TwoTimers program = Start(clock, reactor);
            PolledOnce select = new PolledOnce(program);
            NewExecutor(clock).BlockOn(select);
            Assert.AreEqual(Poll.Pending, select.Said, "the timers have not come");
            Assert.AreEqual(0L, clock.Time, "and no time has passed");
            Assert.IsTrue(NewExecutor(clock).BlockOn(program), "the second executor was woken");
            Assert.AreEqual("got 1;got 2;", program.Log.Text, "in turn");
            Assert.AreEqual(2 * Duration.Second, program.SecondAt, "on time");
        }

        private static VirtualClock NewClock()
        {
            VirtualClock clock = new VirtualClock(2);
            clock.ReadingCost = 0;
            return clock;
        }

        private static Executor NewExecutor(VirtualClock clock)
        {
            return new Executor(1, new AnyMachine(clock, new VirtualParker(clock)));
        }

        private static TwoTimers Start(VirtualClock clock, Reactor reactor)
        {
            TwoTimers program = new TwoTimers(clock, reactor.RegisterOnce(1), reactor.RegisterOnce(2));
            clock.Schedule(1 * Duration.Second, new Raises(reactor, 1));
            clock.Schedule(2 * Duration.Second, new Raises(reactor, 2));
            return program;
        }

        private sealed class Raises : ScriptedInterrupt
        {
            private readonly Reactor _reactor;
            private readonly int _id;

            internal Raises(Reactor reactor, int id)
            {
                _reactor = reactor;
                _id = id;
            }

            protected override void Fire()
            {
                _reactor.Raise(_id);
            }
        }
    }
}
