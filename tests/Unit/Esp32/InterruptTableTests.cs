using NanoExecutor.Boards.Esp32;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class InterruptTableTests
    {
        private const uint Expiry = 0x5A65;

        [TestMethod]
        public void SinkOf_aPin_isItsOwn()
        {
            InterruptTable table = new InterruptTable();
            Sink four = new Sink();
            Sink five = new Sink();
            table.SetPin(4, four);
            table.SetPin(5, five);
            Assert.AreSame(five, table.SinkOf(Edge(5), 1), "with either level");
            Assert.AreSame(four, table.SinkOf(Edge(4), 0), "not the other's");
        }

        [TestMethod]
        public void SinkOf_whatIsNotOurs_isNone()
        {
            InterruptTable table = new InterruptTable();
            Sink sink = new Sink();
            table.SetPin(4, sink);
            table.AddTimer(100, sink);
            Assert.IsNull(table.SinkOf(Edge(6), 1), "another pin");
            Assert.IsNull(table.SinkOf(Edge(0xFFFF), 1), "a pin that no chip has");
            Assert.IsNull(table.SinkOf(Expiry, 101), "another timer");
            Assert.IsNull(table.SinkOf((4 << 16) | (10 << 8), 100), "another category");
        }

        [TestMethod]
        public void SinkOf_aTimer_goesByItsHandle()
        {
            InterruptTable table = new InterruptTable();
            Sink first = new Sink();
            Sink second = new Sink();
            table.AddTimer(0x3FFB0010, first);
            table.AddTimer(0xBFFB0010, second);
            Assert.AreSame(second, table.SinkOf(Expiry, 0xBFFB0010), "its own");
            Assert.AreSame(first, table.SinkOf(Expiry, 0x3FFB0010), "not the other's");
        }

        [TestMethod]
        public void SinkOf_whatWasRemoved_isNone()
        {
            InterruptTable table = new InterruptTable();
            Sink sink = new Sink();
            table.SetPin(4, sink);
            table.AddTimer(100, sink);
            table.SetPin(4, null);
            table.RemoveTimer(sink);
            Assert.IsNull(table.SinkOf(Edge(4), 1), "the pin has gone");
            Assert.IsNull(table.SinkOf(Expiry, 100), "the timer has gone");
        }

        [TestMethod]
        public void AddTimer_takesThePlaceOfOneThatHasGone()
        {
            InterruptTable table = new InterruptTable();
            Sink gone = new Sink();
            Sink sink = new Sink();
            table.AddTimer(1, gone);
            for (uint handle = 2; handle <= InterruptTable.MaxTimers; handle++)
            {
                table.AddTimer(handle, sink);
            }

            Expect.Message(
                "All 10 hardware timers are taken; dispose of one first.",
                () => table.AddTimer(11, sink));
            table.RemoveTimer(gone);
            table.AddTimer(11, sink);
            Assert.AreSame(sink, table.SinkOf(Expiry, 11), "the new one");
            Assert.IsNull(table.SinkOf(Expiry, 1), "not the old one");
        }

        [TestMethod]
        public void SetPin_ofAPinThatIsTakenOrIsNone_saysSo()
        {
            InterruptTable table = new InterruptTable();
            table.SetPin(4, new Sink());
            Expect.Message(
                "Pin 4 delivers its interrupts to another object already; dispose of that one first.",
                () => table.SetPin(4, new Sink()));
            Expect.Message("There is no pin 64; pins are 0 to 63.", () => table.SetPin(64, new Sink()));
            Expect.Message("There is no pin -1; pins are 0 to 63.", () => table.SetPin(-1, new Sink()));
        }

        // As the native side packs it.
        private static uint Edge(int pin)
        {
            return ((uint)pin << 16) | (20 << 8);
        }

        private sealed class Sink : IInterruptSink
        {
            void IInterruptSink.Interrupt(uint data, long time)
            {
            }

            void IInterruptSink.Rest(long time)
            {
            }
        }
    }
}
