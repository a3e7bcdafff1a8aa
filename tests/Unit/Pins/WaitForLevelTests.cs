using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class WaitForLevelTests
    {
        [TestMethod]
        public void Level_thatIsThere_isReadyAtOnce()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(1);
            WaitForLevel low = new WaitForLevel(pin, false);
            executor.BlockOn(low);
            executor.BlockOn(low);
            Assert.IsFalse(low.IsWaiting, "as often as it is asked");
        }

        [TestMethod]
        public void Level_isAwaitedByAny()
        {
            TestPin pin = new TestPin();
            Executor executor = new ManualMachine().NewExecutor(3);
            Awaiting one = new Awaiting(new WaitForLevel(pin, true));
            Awaiting two = new Awaiting(new WaitForLevel(pin, true));
            Awaiting raw = new Awaiting(pin.Changed);
            executor.Spawn(one);
            executor.Spawn(two);
            executor.Spawn(raw);
            executor.RunUntilIdle();
            pin.Glitch();
            executor.RunUntilIdle();
            Assert.AreEqual(0, one.Done, "read again and still low");
            Assert.AreEqual(1, raw.Done, "while its source was raised");
            pin.Set(true);
            executor.RunUntilIdle();
            Assert.AreEqual(2, one.Done + two.Done, "both");
        }

        [TestMethod]
        public void WaitingFutures_keepTheRules()
        {
            ListenChecks.All(new Low());
        }

        [TestMethod]
        public void WaitingForAnEdge_keepsTheRules()
        {
            ListenChecks.All(new NoEdge());
        }

        private sealed class NoEdge : ListenCase
        {
            private readonly TestPin _pin = new TestPin();
            private bool _high;

            internal override ListenCase Again()
            {
                return new NoEdge();
            }

            internal override ListeningFuture NewWait()
            {
                // Looked at once, so that the next edge counts.
                WaitForEdge wait = new WaitForEdge(_pin, Edge.Any);
                Executor executor = new ManualMachine().NewExecutor(1);
                long look = executor.Spawn(wait);
                executor.RunUntilIdle();
                executor.Abort(look);
                return wait;
            }

            internal override void Give()
            {
                _high = !_high;
                _pin.Set(_high);
            }
        }

        private sealed class Low : ListenCase
        {
            private readonly TestPin _pin = new TestPin();

            internal override ListenCase Again()
            {
                return new Low();
            }

            internal override ListeningFuture NewWait()
            {
                return new WaitForLevel(_pin, true);
            }

            internal override void Give()
            {
                _pin.Set(true);
            }
        }
    }
}
