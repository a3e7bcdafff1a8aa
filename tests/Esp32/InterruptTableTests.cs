using NanoExecutor.Boards.Esp32;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class InterruptTableTests
    {
        private const uint Expiry = 0x5A65;

        [TestMethod]
        public void Deliver_ofAPin_reachesItsSinkWithTheLevel()
        {
            InterruptTable table = new InterruptTable();
            Sink four = new Sink();
            Sink five = new Sink();
            table.SetPin(4, four);
            table.SetPin(5, five);
            Assert.IsTrue(table.Deliver(Edge(5), 1), "ours");
            Assert.AreEqual(1, five.Count, "its own");
            Assert.AreEqual(1L, five.Data, "the level");
            Assert.AreEqual(0, four.Count, "not the other's");
        }

        [TestMethod]
        public void Deliver_ofWhatIsNotOurs_isLeftToOthers()
        {
            InterruptTable table = new InterruptTable();
            Sink sink = new Sink();
            table.SetPin(4, sink);
            table.AddTimer(100, sink);
            Assert.IsFalse(table.Deliver(Edge(6), 1), "another pin");
            Assert.IsFalse(table.Deliver(Edge(0xFFFF), 1), "a pin that no chip has");
            Assert.IsFalse(table.Deliver(Expiry, 101), "another timer");
            Assert.IsFalse(table.Deliver((4 << 16) | (10 << 8), 100), "another category");
            Assert.AreEqual(0, sink.Count, "none of them came here");
        }

        [TestMethod]
        public void Deliver_ofATimer_goesByItsHandle()
        {
            InterruptTable table = new InterruptTable();
            Sink first = new Sink();
            Sink second = new Sink();
            table.AddTimer(0x3FFB0010, first);
            table.AddTimer(0xBFFB0010, second);
            Assert.IsTrue(table.Deliver(Expiry, 0xBFFB0010), "ours");
            Assert.AreEqual(1, second.Count, "its own");
            Assert.AreEqual(0, first.Count, "not the other's");
        }

        [TestMethod]
        public void Deliver_afterRemoval_isLeftToOthers()
        {
            InterruptTable table = new InterruptTable();
            Sink sink = new Sink();
            table.SetPin(4, sink);
            table.AddTimer(100, sink);
            table.SetPin(4, null);
            table.RemoveTimer(sink);
            Assert.IsFalse(table.Deliver(Edge(4), 1), "the pin has gone");
            Assert.IsFalse(table.Deliver(Expiry, 100), "the timer has gone");
            Assert.AreEqual(0, sink.Count, "an expiry under way goes to nobody");
        }

        [TestMethod]
        public void AddTimer_takesThePlaceOfOneThatHasGone()
        {
            InterruptTable table = new InterruptTable();
            Sink gone = new Sink();
            Sink sink = new Sink();
            table.AddTimer(1, gone);
            for (uint handle = 2; handle <= InterruptTable.MostTimers; handle++)
            {
                table.AddTimer(handle, sink);
            }

            Expect.Message(
                "All 10 hardware timers are taken; dispose of one first.",
                () => table.AddTimer(11, sink));
            table.RemoveTimer(gone);
            table.AddTimer(11, sink);
            Assert.IsTrue(table.Deliver(Expiry, 11), "the new one");
            Assert.IsFalse(table.Deliver(Expiry, 1), "not the old one");
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
            internal int Count;
            internal long Data;

            void IInterruptSink.Interrupt(uint data)
            {
                Count++;
                Data = data;
            }
        }
    }
}
