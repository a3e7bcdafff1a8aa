using System;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    // How late a delay is depends on the machine and on what else runs on it, so it is printed. Early it must never be.
    [TestClass]
    public class DelayLatenessTests
    {
        private const int Rounds = 10;
        private const long TicksPerMicrosecond = 10;

        [TestMethod]
        public void Delay_of2MsWithTheExecutorIdle_isNotEarly()
        {
            Measure(2, false);
        }

        [TestMethod]
        public void Delay_of5MsWithTheExecutorIdle_isNotEarly()
        {
            Measure(5, false);
        }

        [TestMethod]
        public void Delay_of15MsWithTheExecutorIdle_isNotEarly()
        {
            Measure(15, false);
        }

        [TestMethod]
        public void Delay_of25MsWithTheExecutorIdle_isNotEarly()
        {
            Measure(25, false);
        }

        [TestMethod]
        public void Delay_of2MsWithTheExecutorBusy_isNotEarly()
        {
            Measure(2, true);
        }

        [TestMethod]
        public void Delay_of5MsWithTheExecutorBusy_isNotEarly()
        {
            Measure(5, true);
        }

        [TestMethod]
        public void Delay_of15MsWithTheExecutorBusy_isNotEarly()
        {
            Measure(15, true);
        }

        [TestMethod]
        public void Delay_of25MsWithTheExecutorBusy_isNotEarly()
        {
            Measure(25, true);
        }

        private static void Measure(int milliseconds, bool busy)
        {
            Executor executor = new Executor(2, new NanoClrClock(), new NanoClrAlarm(), new NanoClrParker());
            if (busy)
            {
                executor.Spawn(new Busy());
            }

            Delay delay = new Delay();
            long least = long.MaxValue;
            long most = long.MinValue;
            for (int i = 0; i < Rounds; i++)
            {
                // By the clock on the wall, which the executor's own must agree with.
                long start = DateTime.UtcNow.Ticks;
                executor.BlockOn(delay.For(milliseconds * Duration.Millisecond));
                long late = ((DateTime.UtcNow.Ticks - start) / TicksPerMicrosecond) - (milliseconds * Duration.Millisecond);
                least = late < least ? late : least;
                most = late > most ? late : most;
            }

            executor.Close();
            OutputHelper.WriteLine(
                "delay of " + milliseconds.ToString() + " ms, " + (busy ? "busy: " : "idle: ") + least.ToString() + " to "
                + most.ToString() + " us late");
            Assert.IsTrue(least >= 0, "early by " + (-least).ToString() + " us");
        }

        private sealed class Busy : Future
        {
            public override Poll Poll(Waker waker)
            {
                waker.Wake();
                return Pending;
            }
        }
    }
}
