using NanoExecutor.Boards.Esp32;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class EdgeInputPinTests
    {
        [TestMethod]
        public void Read_saysWhatTheLastInterruptSaw()
        {
            TestPin pin = new TestPin(new Reactor(1), 0);
            Assert.IsFalse(pin.Read(), "low at first");
            pin.Edge(true);
            Assert.IsTrue(pin.Read(), "the level in the interrupt");
            pin.Edge(false);
            Assert.IsFalse(pin.Read(), "the newest");
            Assert.AreEqual(2L, pin.Edges, "edges");
            Assert.AreEqual(0L, pin.Dropped, "none is missing");
        }

        [TestMethod]
        public void Read_ofAPinThatIsActiveLow_isTrueWhileItIsLow()
        {
            TestPin pin = new TestPin(true);
            pin.Edge(true);
            Assert.IsFalse(pin.Read(), "not pressed");
            pin.Edge(false);
            Assert.IsTrue(pin.Read(), "pressed");
        }

        [TestMethod]
        public void Interrupt_wakesTheTaskThatAwaitsTheEdge()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            TestPin pin = new TestPin(new Reactor(1), 0);
            executor.Spawn(pin.Changed);
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.Asleep, "no edge yet");
            pin.Edge(true);
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.Live, "the edge has come");
        }

        [TestMethod]
        public void Interrupt_withTheLevelThatIsKnown_countsADroppedEdge()
        {
            // The queue was full: high, low, high, low came in, and the first three were dropped.
            TestPin pin = new TestPin(new Reactor(1), 0);
            pin.Edge(false);
            pin.Edge(false);
            Assert.AreEqual(1L, pin.Dropped, "an odd number is missing");
            pin.Edge(true);
            Assert.AreEqual(1L, pin.Dropped, "in step again");
            Assert.IsTrue(pin.Read(), "the newest is never dropped");
        }

        [TestMethod]
        public void Interrupt_afterTheLevelWasAskedFor_countsNothing()
        {
            // Asked just after the pin had changed, and before that interrupt was delivered.
            TestPin pin = new TestPin(new Reactor(1), 0);
            pin.Edge(false);
            pin.Ask(true);
            pin.Edge(true);
            Assert.AreEqual(0L, pin.Dropped, "the same edge twice");
        }

        [TestMethod]
        public void Correct_toAnotherLevel_isAnEdge()
        {
            Reactor reactor = new Reactor(1);
            TestPin pin = new TestPin(reactor, 0);
            pin.Ask(false);
            Assert.AreEqual((int)SourceState.NotReady, (int)reactor.StateOf(0), "nothing changed");
            pin.Ask(true);
            Assert.AreEqual((int)SourceState.Ready, (int)reactor.StateOf(0), "missed, and made up for");
            Assert.IsTrue(pin.Read(), "the level asked for");
        }

        private sealed class TestPin : EdgeInputPin
        {
            internal TestPin(Reactor reactor, int source)
                : base(reactor, source, false)
            {
            }

            internal TestPin(bool activeLow)
                : base(new Reactor(1), 0, activeLow)
            {
            }

            internal void Edge(bool level)
            {
                ((IInterruptSink)this).Interrupt(level ? 1U : 0U);
            }

            internal void Ask(bool level)
            {
                Correct(level);
            }
        }
    }
}
