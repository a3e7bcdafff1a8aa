using System;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    // By the clock on the wall, which the executor's own must agree with.
    [TestClass]
    public class DelayLatenessTests
    {
        [TestMethod]
        public void Delay_withTheExecutorIdle_isNotEarly()
        {
            NewLateness().Measure(false);
        }

        [TestMethod]
        public void Delay_withTheExecutorBusy_isNotEarly()
        {
            NewLateness().Measure(true);
        }

        private static Lateness NewLateness()
        {
            Executor executor = new Executor(2, new NanoClrMachine());
            return new Lateness("clock and parker of the CLR", executor, new WallClock());
        }

        private sealed class WallClock : Clock
        {
            private const long TicksPerMicrosecond = 10;

            public override long Now => DateTime.UtcNow.Ticks / TicksPerMicrosecond;
        }
    }
}
