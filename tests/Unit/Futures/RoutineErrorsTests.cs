using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>What the code that is generated for a routine throws.</summary>
    [TestClass]
    public class RoutineErrorsTests
    {
        [TestMethod]
        public void NotPollable_saysWhatToDo()
        {
            Exception notStarted = RoutineErrors.NotPollable(RoutineErrors.NotStarted);
            Exception finished = RoutineErrors.NotPollable(RoutineErrors.Finished);
            Exception running = RoutineErrors.NotPollable(RoutineErrors.Running);
            Assert.AreEqual("Routine was polled before it was started; call Start first.", notStarted.Message);
            Assert.AreEqual(
                "Routine was polled after it had finished or was cancelled; call Start to run it again.",
                finished.Message);
            Assert.AreEqual(
                "Routine was polled while it runs or after it had thrown; a routine cannot await itself, and one that "
                + "threw has to be started again.",
                running.Message);
        }

        [TestMethod]
        public void StillPending_saysWhatToDo()
        {
            Assert.AreEqual(
                "Routine is still pending; let it finish or call Cancel before it is started again.",
                RoutineErrors.StillPending().Message);
        }

        [TestMethod]
        public void Await_thatWasNotLowered_throws()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Expect.Message(
                "Await was called as a method; it works only in a method marked [Linear], of a class that the generator "
                + "of NanoExecutor has completed.",
                () => executor.BlockOn(new ByHand()));
        }

        [TestMethod]
        public void Rethrow_throwsTheSameAgain()
        {
            Exception exception = new InvalidOperationException("thrown by a test");
            try
            {
                throw RoutineErrors.Rethrow(exception);
            }
            catch (InvalidOperationException thrown)
            {
                Assert.AreSame(exception, thrown, "what was caught");
            }
        }

        private sealed class ByHand : Routine
        {
            public override Poll Poll(Waker waker)
            {
                Await(new ReadyFuture());
                return Ready;
            }
        }
    }
}
