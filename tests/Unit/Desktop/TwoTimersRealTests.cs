using System.Threading;
using NanoExecutor.Boards.Desktop;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The same programs with real threads as timers, and a second executor on a thread of its own.</summary>
    [TestClass]
    public class TwoTimersRealTests
    {
        [TestMethod]
        public void TwoTimers_ofOneAndTwoSeconds_comeInTurn()
        {
            DesktopMachine machine = new DesktopMachine();
            Clock clock = machine.Clock;
            Reactor reactor = new Reactor(3);
            long start = clock.Now;
            TwoTimers program = Start(clock, reactor);
            Executor executor = new Executor(1, machine);
            Assert.IsTrue(executor.BlockOn(program), "it was not stopped");
            reactor.Close();
            Assert.AreEqual("got 1;got 2;", program.Log.Text, "in turn");
            Assert.IsTrue(program.FirstAt - start >= 1 * Duration.Second, "the first not before its second");
            Assert.IsTrue(program.SecondAt - start >= 2 * Duration.Second, "nor the second before its two");
            Assert.AreEqual(3L, executor.Polls, "polled at the start and once for each timer");
        }

        [TestMethod]
        public void TwoTimers_startedOnOneExecutor_finishOnAnotherThread()
        {
            DesktopMachine machine = new DesktopMachine();
            Clock clock = machine.Clock;
            Reactor reactor = new Reactor(3);
            TwoTimers program = Start(clock, reactor);
            PolledOnce select = new PolledOnce(program);
            new Executor(1, machine).BlockOn(select);
            Assert.AreEqual(Poll.Pending, select.Said, "the timers have not come");

            bool finished = false;
            Thread second = new Thread(() =>
            {
                finished = new Executor(1, machine).BlockOn(program);
                reactor.Close();
            });
            second.Start();
            second.Join();
            Assert.IsTrue(finished, "the join returned: the timers woke the thread that polled last");
            Assert.AreEqual("got 1;got 2;", program.Log.Text, "in turn");
        }

        private static TwoTimers Start(Clock clock, Reactor reactor)
        {
            // A source is registered before the thread that raises it starts: an event of an unknown source is an error.
            TwoTimers program = new TwoTimers(clock, reactor.RegisterOnce(1), reactor.RegisterOnce(2));
            StartTimer(clock, reactor, 1);
            StartTimer(clock, reactor, 2);
            return program;
        }

        private static void StartTimer(Clock clock, Reactor reactor, int seconds)
        {
            long due = clock.Now + (seconds * Duration.Second);
            Thread thread = new Thread(() =>
            {
                using ManualResetEventSlim never = new ManualResetEventSlim();
                for (long left = due - clock.Now; left > 0; left = due - clock.Now)
                {
                    never.Wait((int)(left / Duration.Millisecond) + 1);
                }

                reactor.Raise(seconds);
            });
            thread.IsBackground = true;
            thread.Start();
        }
    }
}
