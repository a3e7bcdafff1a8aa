using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class WaitForEdgeTests
    {
        [TestMethod]
        public void Rising_waitsForLowThenHigh()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting task = new Awaiting(new WaitForEdge(pin, Edge.Rising), 2);
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(0, task.Done, "it is low");
            pin.Set(true);
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, "it rose");
            pin.Set(false);
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, "it fell");
            pin.Set(true);
            executor.RunUntilIdle();
            Assert.AreEqual(2, task.Done, "it rose again");
            Assert.AreEqual(0L, executor.SpuriousPolls, "each poll found an edge");
        }

        [TestMethod]
        public void FallingAndAny_atTheSamePin()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting falling = new Awaiting(new WaitForEdge(pin, Edge.Falling), 9);
            Awaiting any = new Awaiting(new WaitForEdge(pin, Edge.Any), 9);
            executor.Spawn(falling);
            executor.Spawn(any);
            executor.RunUntilIdle();
            pin.Set(true);
            executor.RunUntilIdle();
            pin.Set(false);
            executor.RunUntilIdle();
            Assert.AreEqual(1, falling.Done, "one of two");
            Assert.AreEqual(2, any.Done, "both");
        }

        [TestMethod]
        public void Glitch_thatIsOverBeforeThePoll_isNoEdge()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(1);
            Awaiting task = new Awaiting(new WaitForEdge(pin, Edge.Any));
            executor.Spawn(task);
            executor.RunUntilIdle();
            pin.Glitch();
            executor.RunUntilIdle();
            Assert.AreEqual(0, task.Done, "the pin was read again and is as before");
        }

        [TestMethod]
        public void Change_whileNobodyWaits_isSeenByTheNextWait()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(1);
            WaitForEdge wait = new WaitForEdge(pin, Edge.Falling);
            pin.Set(true);
            Awaiting first = new Awaiting(wait);
            executor.Spawn(first);
            executor.RunUntilIdle();
            pin.Set(false);
            executor.RunUntilIdle();
            Assert.AreEqual(1, first.Done, "it fell");
            pin.Set(true);
            pin.Set(false);
            Awaiting second = new Awaiting(wait);
            long handle = executor.Spawn(second);
            executor.RunUntilIdle();
            Assert.AreEqual(0, second.Done, "it is as it was");
            pin.Set(true);
            executor.RunUntilIdle();
            executor.Abort(handle);
            pin.Set(false);
            executor.BlockOn(wait);
            Assert.IsFalse(wait.Level, "after a cancel it still knows that it was high");
        }

        [TestMethod]
        public void Cancel_woken_keepsTheEdgeForTheNextWait()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(1);
            WaitForEdge wait = new WaitForEdge(pin, Edge.Rising);
            long handle = executor.Spawn(new Awaiting(wait));
            executor.RunUntilIdle();
            pin.Set(true);
            executor.Abort(handle);
            executor.BlockOn(wait);
            Assert.IsTrue(wait.Level, "it has risen since the last look");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Expect.Message("A wait for an edge or a level needs a pin", () => new WaitForEdge(null, Edge.Any));
            Expect.Message("A wait for an edge or a level needs a pin", () => new WaitForLevel(null, true));
            Expect.Message("A wait for an edge or a level needs a pin", () => new Debounced(null, 1));
        }
    }
}
