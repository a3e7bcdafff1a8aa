using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class BudgetTests
    {
        [TestMethod]
        public void Polls_withinTheLimit_areNotReported()
        {
            ManualMachine machine = new ManualMachine();
            Slow slow = new Slow(machine, 50, 50);
            Budget budget = new Budget(slow, 50);
            machine.NewExecutor(1).BlockOn(budget);
            Assert.AreEqual(0, budget.Overruns, "just as long as allowed");
            Assert.AreEqual(50L, budget.Worst, "the longest");
        }

        [TestMethod]
        public void Polls_overTheLimit_areCountedAndReportedWithSlotAndTime()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(3);
            executor.Spawn(new NeverFuture());
            Budget budget = new Budget(new Slow(machine, 10, 51, 3, 99, 5), 50);
            string heard = "";
            budget.OnOverrun = (b, slot, took) => heard += slot.ToString() + ":" + took.ToString() + " ";
            executor.Spawn(budget);
            executor.RunUntilIdle();
            Assert.AreEqual("1:51 1:99 ", heard, "the slot and the time of each");
            Assert.AreEqual(2, budget.Overruns, "counted");
            Assert.AreEqual(99L, budget.Worst, "the longest");
        }

        [TestMethod]
        public void Budget_insideACombinator_reportsTheSlotOfTheTask()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            executor.Spawn(new NeverFuture());
            Budget budget = new Budget(new Slow(machine, 9), 5);
            int heard = -1;
            budget.OnOverrun = (b, slot, took) => heard = slot;
            executor.Spawn(new Join(new Gate(), new Race(new Gate(), budget)));
            executor.RunUntilIdle();
            Assert.AreEqual(1, heard, "the slot the join stands in");
        }

        [TestMethod]
        public void Budget_withoutAHook_counts()
        {
            ManualMachine machine = new ManualMachine();
            Budget budget = new Budget(new Slow(machine, 9), 0);
            machine.NewExecutor(1).BlockOn(budget);
            Assert.AreEqual(1, budget.Overruns, "nobody listens");
        }

        [TestMethod]
        public void Cancel_reachesTheFuture()
        {
            Gate gate = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(new Budget(gate, 10));
            executor.RunUntilIdle();
            gate.Open();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "woken and not polled");
        }

        [TestMethod]
        public void Exceptions_comeOutAsTheyAre()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            long task = executor.Spawn(new Budget(thrower, 10));
            executor.RunUntilIdle();
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(task), "the same");
        }

        [TestMethod]
        public void HookThatThrows_onceTheFutureIsReady_losesNothing()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            LongChannel channel = new LongChannel(2);
            LongChannelReceive receive = channel.NewReceive();
            Exception thrown = new InvalidOperationException("thrown by the hook");
            Budget budget = new Budget(new Sequence(receive, new Slow(machine, 9)), 5);
            budget.OnOverrun = (b, slot, took) => throw thrown;
            channel.TrySend(7);
            channel.TrySend(8);
            Expect.Thrown(thrown, () => executor.BlockOn(budget));
            budget.Cancel();
            Assert.IsTrue(executor.BlockOn(budget), "and the next poll is ready");
            Assert.AreEqual(7L, receive.Result, "with what was received");
            Assert.AreEqual(1, channel.Count, "and no more");
        }

        [TestMethod]
        public void HookThatThrows_whileTheFutureIsPending_cancelsIt()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Semaphore semaphore = new Semaphore(0, 1);
            Budget budget = new Budget(new Join(semaphore.NewAcquire(), new Slow(machine, 9, 9)), 5);
            budget.OnOverrun = (b, slot, took) => throw new InvalidOperationException("thrown by the hook");
            executor.Spawn(budget);
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.Faulted, "the task has thrown");
            Assert.AreEqual(0, semaphore.Waiting, "and left the line");
        }

        [TestMethod]
        public void Constructor_refusesWhatMakesNoSense()
        {
            Expect.Message("A combinator needs a future to wait for; null was given.", () => new Budget(null, 1));
            Expect.Message("Value of limit is -1 microseconds; give 0 to", () => new Budget(new Gate(), -1));
        }

        /// <summary>Lets time pass in each of its polls; ready at the last.</summary>
        private sealed class Slow : Future
        {
            private readonly ManualMachine _machine;
            private readonly long[] _times;
            private int _poll;

            internal Slow(ManualMachine machine, params long[] times)
            {
                _machine = machine;
                _times = times;
            }

            public override Poll Poll(Waker waker)
            {
                _machine.Clock.Time += _times[_poll++];
                if (_poll == _times.Length)
                {
                    return Ready;
                }

                waker.Wake();
                return Pending;
            }
        }
    }
}
