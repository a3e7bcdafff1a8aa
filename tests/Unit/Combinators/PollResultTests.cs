using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>A poll is Pending or Ready: anything else is an error that names the future, wherever it is polled.</summary>
    [TestClass]
    public class PollResultTests
    {
        [TestMethod]
        public void Join_refusesAnotherResult()
        {
            Gate sibling = new Gate();
            AssertRefused(odd => new Join(sibling, odd));
            Assert.AreEqual(1, sibling.Cancels, "the siblings are cancelled, as for any child that throws");
        }

        [TestMethod]
        public void Race_refusesAnotherResult()
        {
            Gate sibling = new Gate();
            AssertRefused(odd => new Race(sibling, odd));
            Assert.AreEqual(1, sibling.Cancels, "the siblings are cancelled, as for any child that throws");
        }

        [TestMethod]
        public void Sequence_refusesAnotherResult()
        {
            AssertRefused(odd => new Sequence(new ReadyFuture(), odd));
        }

        [TestMethod]
        public void Repeat_refusesAnotherResult()
        {
            AssertRefused(odd => new Repeat(odd, 2));
        }

        [TestMethod]
        public void WithTimeout_refusesAnotherResult()
        {
            AssertRefused(odd => new WithTimeout(odd, 1000));
        }

        [TestMethod]
        public void WithDeadline_refusesAnotherResult()
        {
            AssertRefused(odd => new WithDeadline(odd).Until(1000));
        }

        [TestMethod]
        public void WithCancellation_refusesAnotherResult()
        {
            AssertRefused(odd => new WithCancellation(odd));
        }

        [TestMethod]
        public void Budget_refusesAnotherResult()
        {
            AssertRefused(odd => new Budget(odd, 1000));
        }

        [TestMethod]
        public void Retry_takesAnotherResultForAFailure()
        {
            AssertRefused(odd => new Retry(odd, 1, new Backoff(0)));
        }

        [TestMethod]
        public void Supervised_takesAnotherResultForAFault()
        {
            AssertRefused(odd => new Supervised(odd, RestartPolicy.Never));
        }

        private static void AssertRefused(Wrap wrap)
        {
            Odd odd = new Odd();
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(wrap(odd));
            executor.RunUntilIdle();
            Exception exception = executor.ExceptionOf(task);
            Assert.IsNotNull(exception, "the task has thrown");
            Assert.AreEqual(Odd.Message, exception.Message, "which says who returned what");
            Assert.AreEqual(1, odd.Cancels, "it is cancelled as if it had thrown");
        }

        private delegate Future Wrap(Odd odd);
    }
}
