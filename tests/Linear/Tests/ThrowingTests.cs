using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>Routines whose futures throw, in a poll or when they are cancelled, or return what no poll may.</summary>
    [TestClass]
    public sealed class ThrowingTests
    {
        private const string NotAResult =
            "Fives.Poll returned 5; return Pending (0) or Ready (1).";

        private readonly Waker _waker = Wakers.Get(0);

        [TestMethod]
        public void Future_that_throws_while_it_stands_in_line_is_cancelled_before_the_catch_block()
        {
            Semaphore semaphore = new(0, 1);
            Guarding guarding = new(new Queueing(semaphore.NewAcquire()));
            guarding.Poll(_waker);
            Assert.AreEqual(1, semaphore.Waiting);
            Assert.AreEqual(Poll.Ready, guarding.Poll(_waker), "The routine has caught the exception.");
            Assert.AreEqual("ico", guarding.Log);
            Assert.AreEqual(0, semaphore.Waiting, "Nobody polls it any more, so it may not hold up others.");
        }

        [TestMethod]
        public void Future_that_throws_when_it_is_cancelled_keeps_no_finally_block_from_running()
        {
            Exception thrown = new FaultA(2);
            Guarding guarding = new(new Throwing(thrown));
            guarding.Poll(_waker);
            Assert.AreSame(thrown, Assert.ThrowsExactly<FaultA>(guarding.Cancel), "No catch block runs in a cancellation.");
            Assert.AreEqual("io", guarding.Log);
            guarding.Cancel();
            Assert.AreEqual("io", guarding.Log, "There is nothing left to cancel.");
            Assert.AreEqual(Poll.Pending, guarding.Start().Poll(_waker), "It is fit for another use.");
        }

        [TestMethod]
        public void Finally_block_that_throws_keeps_neither_outer_blocks_nor_siblings_from_being_left()
        {
            Exception thrown = new FaultA(3);
            Semaphore semaphore = new(0, 2);
            Guarding guarding = new(new Latch()) { Thrown = thrown };
            Join join = new(semaphore.NewAcquire(), guarding, semaphore.NewAcquire());
            join.Poll(_waker);
            Assert.AreSame(thrown, Assert.ThrowsExactly<FaultA>(join.Cancel));
            Assert.AreEqual("io", guarding.Log);
            Assert.AreEqual(0, semaphore.Waiting, "The siblings have left the line.");
        }

        [TestMethod]
        public void Poll_result_that_is_none_is_an_error_that_names_the_future()
        {
            AwaitsFives known = new();
            Assert.AreEqual(NotAResult, Assert.ThrowsExactly<InvalidOperationException>(() => known.Poll(_waker)).Message);
            Guarding unknown = new(new Fives());
            Assert.AreEqual(NotAResult, Assert.ThrowsExactly<InvalidOperationException>(() => unknown.Poll(_waker)).Message);
        }

        private sealed class Throwing(Exception thrown) : Future
        {
            public override Poll Poll(Waker waker)
            {
                return Pending;
            }

            public override void Cancel()
            {
                throw thrown;
            }
        }
    }
}
