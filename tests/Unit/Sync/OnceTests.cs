using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class OnceTests
    {
        [TestMethod]
        public void Set_onceAndForAll()
        {
            Once once = new Once();
            OnceWait wait = once.NewWait();
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting task = new Awaiting(once.NewWait());
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(1, once.Waiting, "not yet");
            Assert.IsNull(once.Value, "nothing is there");
            Assert.IsTrue(once.Set("a"), "the first");
            Assert.IsFalse(once.Set("b"), "no second");
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, "it was told");
            executor.BlockOn(wait);
            executor.BlockOn(wait);
            Assert.AreEqual("a", (string)wait.Result, "for ever");
            Assert.IsTrue(once.IsSet, "it says so");
        }

        [TestMethod]
        public void TryBegin_isTrueForOneUntilItGivesUp()
        {
            Once once = new Once();
            Assert.IsTrue(once.TryBegin(), "the first");
            Assert.IsFalse(once.TryBegin(), "it has begun");
            once.GiveUp();
            Assert.IsTrue(once.TryBegin(), "another may");
            Assert.IsTrue(once.Set(null), "it is done, with null");
            once.GiveUp();
            Assert.IsFalse(once.TryBegin(), "nothing is left to do");
            Assert.IsTrue(once.IsSet, "null is a value");
        }

        [TestMethod]
        public void Set_ofOneThatSomebodyHasBegun_isSetAllTheSame()
        {
            Once once = new Once();
            once.TryBegin();
            Assert.IsFalse(once.IsSet, "begun is not done");
            Assert.IsTrue(once.Set("a"), "whoever sets it first");
            Assert.IsFalse(once.Set("b"), "the other comes late");
            Assert.AreEqual("a", (string)once.Value, "what was set first");
        }

        [TestMethod]
        public void WaitingFutures_keepTheRules()
        {
            ListenChecks.All(new Unset());
        }

        private sealed class Unset : ListenCase
        {
            private readonly Once _once = new Once();

            internal override ListenCase Again()
            {
                return new Unset();
            }

            internal override ListeningFuture NewWait()
            {
                return _once.NewWait();
            }

            internal override void Give()
            {
                _once.Set(this);
            }
        }
    }
}
