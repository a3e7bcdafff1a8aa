using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.LinearProof
{
    /// <summary>A routine as a future: armed, polled, cancelled, detached, run by an executor. Compiled with this project.</summary>
    [TestClass]
    public sealed class RoutineTests
    {
        private readonly Waker _waker = Wakers.Get(0);

        [TestMethod]
        public void Poll_before_Start_of_a_routine_with_parameters_throws()
        {
            Counting counting = new(new Latch());
            StringAssert.Contains(
                Assert.ThrowsExactly<InvalidOperationException>(() => counting.Poll(_waker)).Message, "call Start first");
        }

        [TestMethod]
        public void Poll_without_Start_of_a_routine_without_parameters_runs()
        {
            Latch latch = new() { IsOpen = true };
            Assert.AreEqual(Poll.Ready, new Waiting(latch).Poll(_waker));
        }

        [TestMethod]
        public void Poll_after_the_end_throws_until_Start()
        {
            Waiting waiting = new(new Latch { IsOpen = true });
            waiting.Poll(_waker);
            StringAssert.Contains(
                Assert.ThrowsExactly<InvalidOperationException>(() => waiting.Poll(_waker)).Message, "after it had finished");
            Assert.AreEqual(Poll.Ready, waiting.Start().Poll(_waker));
        }

        [TestMethod]
        public void Poll_after_an_exception_throws_until_Start()
        {
            Latch latch = new() { Fault = new FaultA(1) };
            Counting counting = new Counting(latch).Start(2);
            Assert.ThrowsExactly<FaultA>(() => counting.Poll(_waker));
            StringAssert.Contains(
                Assert.ThrowsExactly<InvalidOperationException>(() => counting.Poll(_waker)).Message, "after it had thrown");
            counting.Cancel();
            Assert.AreEqual(1, counting.Cleanups, "The finally block ran with the exception, and not again with Cancel.");
            latch.Fault = null;
            latch.IsOpen = true;
            Assert.AreEqual(Poll.Ready, counting.Start(2).Poll(_waker));
        }

        [TestMethod]
        public void Start_of_a_pending_routine_throws_and_leaves_it_pending()
        {
            Latch latch = new();
            Counting counting = new Counting(latch).Start(1);
            counting.Poll(_waker);
            StringAssert.Contains(
                Assert.ThrowsExactly<InvalidOperationException>(() => counting.Start(5)).Message, "still pending");
            latch.IsOpen = true;
            Assert.AreEqual(Poll.Ready, counting.Poll(_waker));
            Assert.AreEqual(1, counting.Result);
        }

        [TestMethod]
        public void Start_again_before_the_first_poll_takes_the_new_parameters()
        {
            Counting counting = new Counting(new Latch { IsOpen = true }).Start(1).Start(3);
            counting.Poll(_waker);
            Assert.AreEqual(3, counting.Result);
        }

        [TestMethod]
        public void Cancel_before_the_first_poll_disarms_and_runs_nothing()
        {
            Latch latch = new();
            Counting counting = new Counting(latch).Start(1);
            counting.Cancel();
            Assert.AreEqual(0, latch.Cancels + counting.Cleanups);
            Assert.ThrowsExactly<InvalidOperationException>(() => counting.Poll(_waker));
        }

        [TestMethod]
        public void Cancel_cancels_the_awaited_future_and_runs_the_open_finally_block_once()
        {
            Latch latch = new();
            Counting counting = new Counting(latch).Start(1);
            counting.Poll(_waker);
            counting.Cancel();
            counting.Cancel();
            Assert.AreEqual(1, latch.Cancels);
            Assert.AreEqual(1, counting.Cleanups);
        }

        [TestMethod]
        public void Detach_reaches_the_future_being_awaited_and_only_that()
        {
            Latch first = new() { IsOpen = true };
            Latch second = new();
            Pair pair = new(first, second);
            pair.Detach();
            pair.Poll(_waker);
            pair.Detach();
            Assert.AreEqual(0, first.Detaches);
            Assert.AreEqual(1, second.Detaches);
            second.IsOpen = true;
            Assert.AreEqual(Poll.Ready, pair.Poll(_waker), "Detaching gives nothing up.");
        }

        [TestMethod]
        public void Routine_that_awaits_itself_through_another_throws_at_the_second_poll()
        {
            Cycle first = new();
            Cycle second = new();
            first.Next = second;
            second.Next = first;
            StringAssert.Contains(
                Assert.ThrowsExactly<InvalidOperationException>(() => first.Poll(_waker)).Message, "cannot await itself");
        }

        [TestMethod]
        public void Ref_local_in_a_run_without_Await_is_kept()
        {
            Latch latch = new() { IsOpen = true };
            Referring referring = new(latch);
            referring.Poll(_waker);
            Assert.AreEqual(6, referring.Values[1]);
        }

        [TestMethod]
        public void Executor_runs_a_routine_to_its_end()
        {
            Latch latch = new();
            Counting counting = new Counting(latch).Start(3);
            Executor executor = Wakers.NewExecutor(2);
            executor.Spawn(counting);
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.Asleep);
            latch.Open();
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount);
            Assert.AreEqual(3, counting.Result);
        }

        [TestMethod]
        public void Running_again_and_again_allocates_nothing()
        {
            Latch latch = new() { IsOpen = true };
            Outer outer = new(latch);
            RunOuter(outer, 100);
            long before = GC.GetAllocatedBytesForCurrentThread();
            RunOuter(outer, 10_000);
            Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        private void RunOuter(Outer outer, int times)
        {
            for (int i = 0; i < times; i++)
            {
                outer.Start(i);
                while (outer.Poll(_waker) != Poll.Ready)
                {
                }
            }
        }
    }

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
