using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class ExecutorFaultTests
    {
        [TestMethod]
        public void Fault_keepsTheExceptionAndTheOthersGoOn()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(3);
            executor.Spawn(new Steps(log, "a", 2));
            Thrower thrower = new Thrower(1);
            long handle = executor.Spawn(thrower);
            executor.Spawn(new Steps(log, "b", 2));
            executor.RunUntilIdle();
            Assert.AreEqual("abab", log.Text, "the others ran as if nothing had happened");
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(handle), "the slot keeps the exception");
            Assert.IsTrue(executor.IsAlive(handle), "and stays taken");
        }

        [TestMethod]
        public void OnFault_hearsOfTheTaskAndItsException()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            long handle = executor.Spawn(thrower);
            long heard = 0;
            Exception exception = null;
            executor.OnFault = (e, h, x) =>
            {
                heard = h;
                exception = x;
            };
            executor.Run();
            Assert.AreEqual(handle, heard, "the handle of the task");
            Assert.AreSame(thrower.Exception, exception, "what it threw");
        }

        [TestMethod]
        public void OnFault_mayFreeTheSlot()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new Thrower(1));
            executor.OnFault = (e, h, x) => e.Abort(h);
            executor.Run();
            Assert.AreEqual(0, executor.Faulted, "no slot is held");
            executor.Spawn(new ReadyFuture());
        }

        [TestMethod]
        public void Restart_faultedTask_pollsItAgain()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long handle = executor.Spawn(new Thrower(2));
            executor.RunUntilIdle();
            executor.Restart(handle);
            Assert.AreEqual(1, executor.TaskCount, "it lives again");
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.Faulted, "it threw again");
            executor.Restart(handle);
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(handle), "it finished");
        }

        [TestMethod]
        public void Restart_taskThatDidNotFault_isRefused()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long handle = executor.Spawn(new Gate());
            executor.RunUntilIdle();
            Expect.Message(
                "Handle " + handle.ToString() + " names no faulted task; only a faulted one can be restarted.",
                () => executor.Restart(handle));
        }

        [TestMethod]
        public void Wake_ofAFaultedTask_doesNotPollIt()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            GateThatThrows gate = new GateThatThrows();
            executor.Spawn(gate);
            executor.RunUntilIdle();
            gate.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1, gate.Polls, "it is out of the loop");
        }

        [TestMethod]
        public void Fault_cancelsTheFutureOnce()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            GateThatThrows gate = new GateThatThrows();
            long handle = executor.Spawn(gate);
            executor.RunUntilIdle();
            Assert.AreEqual(1, gate.Cancels, "what it waited for is given up at once");
            executor.Abort(handle);
            Assert.AreEqual(1, gate.Cancels, "and not again with its slot");
        }

        [TestMethod]
        public void Fault_isCancelledOnce_alsoWhenTheExecutorCloses()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            GateThatThrows gate = new GateThatThrows();
            executor.Spawn(gate);
            executor.RunUntilIdle();
            executor.Close();
            Assert.AreEqual(1, gate.Cancels, "by the fault alone");
        }

        [TestMethod]
        public void FullHeap_thatIsOver_isToldToTheMachine()
        {
            CountingMachine machine = new CountingMachine(new ManualClock());
            Executor executor = new Executor(2, machine);
            long handle = executor.Spawn(new OutOfMemory());
            Gate other = new Gate();
            executor.Spawn(other);
            executor.OnFault = (e, h, x) => { };
            executor.RunUntilIdle();
            Assert.AreEqual(1, machine.TimesBack, "once the reserve can be had again");
            Assert.AreEqual(1, executor.MemoryShortages, "of one shortage");
            Assert.IsTrue(executor.ExceptionOf(handle) is OutOfMemoryException, "the task that was polled is at fault");
            Assert.AreEqual(1, other.Polls, "and the other goes on");
        }

        // As nanoCLR throws it when the heap is full.
        private sealed class OutOfMemory : Future
        {
            public override Poll Poll(Waker waker)
            {
                throw new OutOfMemoryException();
            }
        }

        private sealed class CountingMachine : AnyMachine
        {
            internal int TimesBack;

            internal CountingMachine(ManualClock clock)
                : base(clock, new ManualParker(clock))
            {
            }

            protected override void OnMemoryBack()
            {
                TimesBack++;
            }
        }

        private sealed class GateThatThrows : Future
        {
            internal int Polls;
            internal int Cancels;
            internal Waker Waker;

            public override Poll Poll(Waker waker)
            {
                Polls++;
                Waker = waker;
                throw new InvalidOperationException("thrown by a test");
            }

            public override void Cancel()
            {
                Cancels++;
            }
        }
    }
}
