using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class WatchedThreadTests
    {
        [TestMethod]
        public void WaitForThread_isReadyWhenItExits()
        {
            AutoResetEvent goOn = new AutoResetEvent(false);
            WatchedThread thread = new WatchedThread(() => goOn.WaitOne());
            WaitForThread wait = thread.NewWait();
            Executor executor = NewExecutor();
            Assert.AreEqual((int)WatchedState.NotStarted, (int)thread.State, "made");
            thread.Start();
            Awaiting task = new Awaiting(wait);
            executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual(0, task.Done, "it has not exited");
            goOn.Set();
            executor.Run();
            Assert.AreEqual(1, task.Done, "it has");
            Assert.AreEqual((int)WatchedState.Exited, (int)thread.State, "for good");
            Assert.IsNull(wait.Exception, "and well");
            executor.BlockOn(wait);
        }

        [TestMethod]
        public void WaitForThread_isHandedTheException()
        {
            Exception exception = new InvalidOperationException("thrown by a test");
            WatchedThread thread = new WatchedThread(() => throw exception);
            WaitForThread wait = thread.NewWait();
            Assert.IsNull(wait.Exception, "nothing yet");
            thread.Start();
            NewExecutor().BlockOn(wait);
            Assert.AreSame(exception, wait.Exception, "what ended it");
            Assert.AreSame(exception, thread.Exception, "it keeps it");
        }

        [TestMethod]
        public void States_wakeOnlyThoseThatWaitForThem()
        {
            AutoResetEvent goOn = new AutoResetEvent(false);
            WatchedThread thread = new WatchedThread(() => goOn.WaitOne());
            Executor executor = NewExecutor();
            Awaiting started = new Awaiting(thread.NewWait(WatchedState.Running));
            Awaiting ended = new Awaiting(thread.NewWait(WatchedState.Exited));
            Awaiting endedToo = new Awaiting(thread.NewWait(WatchedState.Exited));
            executor.Spawn(ended);
            executor.Spawn(endedToo);
            executor.RunUntilIdle();
            thread.Start();
            executor.BlockOn(started);
            Assert.AreEqual(1, ended.Polls, "it is not woken for another state");
            Assert.AreEqual(2, thread.Waiting, "and waits on");
            goOn.Set();
            executor.Run();
            Assert.AreEqual(2, ended.Done + endedToo.Done, "all that match are woken");
            Assert.AreEqual(0, thread.Waiting, "and wait no more");
            Assert.AreEqual(2, ended.Polls, "once");
            executor.BlockOn(thread.NewWait(WatchedState.Running));
            Assert.AreEqual((int)WatchedState.Exited, (int)thread.State, "who comes too late does not wait for ever");
        }

        [TestMethod]
        public void WaitForThread_onTwoExecutors()
        {
            AutoResetEvent goOn = new AutoResetEvent(false);
            WatchedThread thread = new WatchedThread(() => goOn.WaitOne());
            Executor one = NewExecutor();
            Executor two = NewExecutor();
            Awaiting first = new Awaiting(thread.NewWait());
            Awaiting second = new Awaiting(thread.NewWait());
            one.Spawn(first);
            two.Spawn(second);
            one.RunUntilIdle();
            two.RunUntilIdle();
            thread.Start();
            goOn.Set();
            one.Run();
            two.Run();
            Assert.AreEqual(2, first.Done + second.Done, "both were told");
        }

        [TestMethod]
        public void WaitForThread_wakesTheExecutorThatPolledItLast()
        {
            AutoResetEvent goOn = new AutoResetEvent(false);
            WatchedThread thread = new WatchedThread(() => goOn.WaitOne());
            Executor one = NewExecutor();
            Executor two = NewExecutor();
            Awaiting task = new Awaiting(thread.NewWait());
            thread.Start();
            long handle = one.Spawn(task);
            one.RunUntilIdle();
            two.Spawn(one.Detach(handle));
            two.RunUntilIdle();
            goOn.Set();
            two.Run();
            Assert.AreEqual(1, task.Done, "the second parked and was woken");
            Assert.AreEqual(1L, one.Polls, "the first was not");
        }

        [TestMethod]
        public void Cancel_losesNothing()
        {
            AutoResetEvent goOn = new AutoResetEvent(false);
            WatchedThread thread = new WatchedThread(() => goOn.WaitOne());
            Executor executor = NewExecutor();
            WaitForThread wait = thread.NewWait();
            thread.Start();
            long handle = executor.Spawn(wait);
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.AreEqual(0, thread.Waiting, "it waits no more");
            goOn.Set();
            executor.BlockOn(wait);
            Assert.AreEqual((int)WatchedState.Exited, (int)thread.State, "the thread went on");
        }

        [TestMethod]
        public void Cancel_woken_findsTheExitInTheNextWait()
        {
            AutoResetEvent goOn = new AutoResetEvent(false);
            WatchedThread thread = new WatchedThread(() => goOn.WaitOne());
            WaitForThread wait = thread.NewWait();
            Executor executor = NewExecutor();
            thread.Start();
            long handle = executor.Spawn(wait);
            executor.RunUntilIdle();
            goOn.Set();
            NewExecutor().BlockOn(thread.NewWait());
            executor.Abort(handle);
            Assert.AreEqual(0, executor.TaskCount, "woken and not polled");
            executor.BlockOn(wait);
            Assert.AreEqual(0, thread.Waiting, "it is there for who comes later");
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            WatchedThread thread = new WatchedThread(() => { });
            Expect.Message("A thread gets to Running and then to Exited", () => thread.NewWait(WatchedState.NotStarted));
            Expect.Message("A thread needs something to run", () => new WatchedThread(null));
            thread.Start();
            Expect.Message("This thread was started before", thread.Start);
            NewExecutor().BlockOn(thread.NewWait());
            Expect.Message("This thread was started before", thread.Start);
        }

        private static Executor NewExecutor()
        {
            ManualMachine machine = new ManualMachine();
            return new Executor(4, new AnyMachine(machine.Clock, new ThreadParker()));
        }
    }
}
