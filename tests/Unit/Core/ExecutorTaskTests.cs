using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class ExecutorTaskTests
    {
        [TestMethod]
        public void Constructor_capacityOutOfRange_saysTheRange()
        {
            ManualMachine machine = new ManualMachine();
            Expect.Message("capacity is 0; give 1 to 1024.", () => machine.NewExecutor(0));
            Expect.Message("capacity is 1025; give 1 to 1024.", () => machine.NewExecutor(1025));
            Assert.AreEqual(1, machine.NewExecutor(1).Capacity, "an executor of one slot");
#if !NANOFRAMEWORK_1_0
            // 82 KB there, which a board without PSRAM has not got beside the tests.
            machine = new ManualMachine();
            Assert.AreEqual(1024, machine.NewExecutor(1024).Capacity, "the largest executor");
#endif
        }

        [TestMethod]
        public void Constructor_withoutAMachine_saysWhatIsMissing()
        {
            Expect.Message("An executor needs a machine; null was given.", () => new Executor(1, null));
            Expect.Message("A machine needs a clock; null was given.", () => new AnyMachine(null, new ManualMachine().Parker));
        }

        [TestMethod]
        public void Spawn_tableFull_saysSoAndTakesTheTaskLater()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate first = new Gate();
            Gate third = new Gate();
            executor.Spawn(first);
            executor.Spawn(new Gate());
            Expect.Message(
                "Executor has 2 slots and all are taken; raise the capacity given to its constructor.",
                () => executor.Spawn(third));

            executor.RunUntilIdle();
            first.Open();
            executor.RunUntilIdle();
            executor.Spawn(third);
            executor.RunUntilIdle();
            Assert.AreEqual(1, third.Polls, "the refused future was not spoilt by the refusal");
        }

        [TestMethod]
        public void TrySpawn_tableFull_returnsFalseAndNoHandle()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long handle;
            Assert.IsTrue(executor.TrySpawn(new Gate(), out handle), "there is a slot");
            Assert.AreNotEqual(0L, handle, "a task has a handle");
            Assert.IsFalse(executor.TrySpawn(new Gate(), out handle), "there is no slot");
            Assert.AreEqual(0L, handle, "no task has no handle");
        }

        [TestMethod]
        public void Spawn_nullFuture_isRefused()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Assert.ThrowsException(typeof(ArgumentNullException), () => executor.Spawn(null), "null is no task");
            Assert.AreEqual(0, executor.TaskCount, "nothing was spawned");
        }

        [TestMethod]
        public void Spawn_sameFutureTwice_isRefusedByEveryExecutor()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Executor other = new ManualMachine().NewExecutor(2);
            Gate gate = new Gate();
            executor.Spawn(gate);
            string message =
                "This future is already a task in slot 0; spawn another instance or take this one out first.";
            Expect.Message(message, () => executor.Spawn(gate));
            Expect.Message(message, () => other.Spawn(gate));
            Assert.AreEqual(1, executor.TaskCount, "the first spawn stands");
        }

        [TestMethod]
        public void Spawn_futureThatFinished_mayBeSpawnedAgain()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            ReadyFuture future = new ReadyFuture();
            long first = executor.Spawn(future);
            executor.RunUntilIdle();
            long second = executor.Spawn(future);
            Assert.AreNotEqual(first, second, "handles are never used again");
            executor.RunUntilIdle();
            Assert.AreEqual(2L, executor.Polls, "it ran twice");
        }

        [TestMethod]
        public void Abort_pendingTask_cancelsItAndFreesTheSlot()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            long handle = executor.Spawn(gate);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.Abort(handle), "the handle named a task");
            Assert.AreEqual(1, gate.Cancels, "the future was cancelled");
            Assert.AreEqual(0, executor.TaskCount, "the slot is free");
            Assert.IsFalse(executor.Abort(handle), "the task has ended");
            executor.Spawn(gate);
        }

        [TestMethod]
        public void Abort_handleOfAReusedSlot_isRefused()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long old = executor.Spawn(new ReadyFuture());
            executor.RunUntilIdle();
            Gate successor = new Gate();
            long handle = executor.Spawn(successor);
            Assert.IsFalse(executor.Abort(old), "the old handle names nothing");
            Assert.AreEqual(0, successor.Cancels, "the new task in the slot was left alone");
            Assert.IsTrue(executor.IsAlive(handle), "and is there");
            Assert.IsFalse(executor.Abort(0), "0 names nothing");
            Assert.IsFalse(executor.Abort(-1), "nor does a negative handle");
            Assert.IsFalse(executor.Abort(long.MaxValue), "nor one of a slot that does not exist");
        }

        [TestMethod]
        public void Wake_afterTheSlotWasReused_isASpuriousPollAtWorst()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate first = new Gate();
            long handle = executor.Spawn(first);
            executor.RunUntilIdle();
            Waker stale = first.Waker;
            executor.Abort(handle);
            stale.Wake();
            executor.RunUntilIdle();

            Gate second = new Gate();
            executor.Spawn(second);
            executor.RunUntilIdle();
            int polls = second.Polls;
            stale.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(polls + 1, second.Polls, "one poll more and nothing else");
            Assert.AreEqual(1, executor.TaskCount, "it is still pending");
        }

        [TestMethod]
        public void Abort_ofTheTaskBeingPolled_isRefused()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            SelfAborter task = new SelfAborter(executor);
            task.Handle = executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(
                "The task in slot 0 is being polled; it ends itself by returning Ready and not by its own handle.",
                executor.ExceptionOf(task.Handle).Message,
                "the task was told");
        }

        [TestMethod]
        public void Take_pendingTask_detachesItWithoutCancelling()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Executor other = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            long handle = executor.Spawn(gate);
            executor.RunUntilIdle();
            Assert.AreSame(gate, executor.Detach(handle), "the future comes out");
            Assert.AreEqual(1, gate.Detaches, "it let go of the executor");
            Assert.AreEqual(0, gate.Cancels, "it was not cancelled");
            Assert.IsNull(executor.Detach(handle), "it is gone from here");
            other.Spawn(gate);
            other.RunUntilIdle();
            gate.Open();
            other.RunUntilIdle();
            Assert.AreEqual(0, other.TaskCount, "it finished there");
        }

        [TestMethod]
        public void Counts_sayWhatTheTasksDo()
        {
            Executor executor = new ManualMachine().NewExecutor(4);
            Gate gate = new Gate();
            long handle = executor.Spawn(gate);
            executor.Spawn(new Thrower(1));
            executor.Spawn(new ReadyFuture());
            Assert.AreEqual(3, executor.TaskCount, "three live before the run");
            Assert.AreEqual(0, executor.Asleep, "all of them awake");
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.TaskCount, "one is left");
            Assert.AreEqual(1, executor.Asleep, "which sleeps");
            Assert.AreEqual(1, executor.Faulted, "one threw");
            Assert.AreEqual(3L, executor.Polls, "one poll each");
            Assert.AreEqual(1L, executor.PollsOf(handle), "one poll of the gate");
            Assert.IsTrue(executor.IsAsleep(handle), "the gate sleeps");
            gate.Waker.Wake();
            Assert.IsFalse(executor.IsAsleep(handle), "the gate was woken");
            Assert.AreEqual(0, executor.Asleep, "nobody sleeps");
        }

        private sealed class SelfAborter : Future
        {
            internal long Handle;

            private readonly Executor _executor;

            internal SelfAborter(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                _executor.Abort(Handle);
                return Ready;
            }
        }
    }
}
