using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class WorkerTests
    {
        [TestMethod]
        public void Call_returnsItsResult_againAndAgain()
        {
            Work work = new Work();
            Worker worker = new Worker(1);
            WorkerCall call = worker.NewCall(work.Same);
            Executor executor = NewExecutor();
            object one = new object();
            object two = new object();
            executor.BlockOn(call.With(one));
            Assert.AreSame(one, call.Result, "the first");
            executor.BlockOn(call.With(two));
            Assert.AreSame(two, call.Result, "the second");
            executor.BlockOn(call);
            Assert.AreSame(two, call.Result, "the argument stays");
            Assert.AreEqual(3, work.Calls, "three calls");
            End(worker, executor);
        }

        [TestMethod]
        public void Call_handsItsExceptionOver_andTheWorkerGoesOn()
        {
            Work work = new Work();
            Worker worker = new Worker(2);
            Exception exception = new InvalidOperationException("thrown by a test");
            WorkerCall bad = worker.NewCall(argument => throw exception);
            WorkerCall good = worker.NewCall(work.Same);
            Executor executor = NewExecutor();
            executor.BlockOn(bad);
            Assert.AreSame(exception, bad.Exception, "what it threw");
            Assert.IsNull(bad.Result, "and returned nothing");
            executor.BlockOn(good.With(work));
            Assert.AreSame(work, good.Result, "the next call");
            Assert.IsNull(good.Exception, "is well");
            End(worker, executor);
        }

        [TestMethod]
        public void Calls_areMadeOneAfterAnother_whileTheExecutorGoesOn()
        {
            Work work = new Work();
            Worker worker = new Worker(3);
            Executor executor = NewExecutor();
            Semaphore over = new Semaphore(0, 3);
            SemaphoreAcquire nextIsOver = over.NewAcquire();
            for (int i = 0; i < 3; i++)
            {
                executor.Spawn(new Telling(worker.NewCall(work.Blocked), over));
            }

            executor.RunUntilIdle();
            for (int i = 0; i < 3; i++)
            {
                work.Begun.WaitOne();
                Assert.AreEqual(i + 1, work.Calls, "one at a time");
                executor.RunUntilIdle();
                Assert.AreEqual(3 - i, executor.TaskCount, "the executor is not blocked");
                work.GoOn.Set();
                executor.BlockOn(nextIsOver);
            }

            executor.Run();
            Assert.AreEqual(0, executor.TaskCount, "all are over");
            End(worker, executor);
        }

        [TestMethod]
        public void Cancel_beforeItBegins_makesNoCall()
        {
            Work work = new Work();
            Worker worker = new Worker(2);
            Executor executor = NewExecutor();
            WorkerCall busy = worker.NewCall(work.Blocked);
            WorkerCall call = worker.NewCall(work.Same);
            executor.Spawn(busy);
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            long handle = executor.Spawn(call.With("a"));
            executor.RunUntilIdle();
            executor.Abort(handle);
            work.GoOn.Set();
            executor.BlockOn(call.With("b"));
            Assert.AreEqual("b", (string)call.Result, "the later one was made");
            Assert.AreEqual(2, work.Calls, "the one that blocked and this, not the one that was cancelled");
            End(worker, executor);
        }

        [TestMethod]
        public void Cancel_afterItHasBegun_losesItsResult()
        {
            Work work = new Work();
            Worker worker = new Worker(1);
            Executor executor = NewExecutor();
            WorkerCall call = worker.NewCall(work.BlockedAtFirst);
            long handle = executor.Spawn(call.With("a"));
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            executor.Abort(handle);
            Awaiting again = new Awaiting(call.With("b"));
            executor.Spawn(again);
            executor.RunUntilIdle();
            Assert.AreEqual(1, work.Calls, "the worker is still at the first");
            work.GoOn.Set();
            executor.Run();
            Assert.AreEqual("b", (string)call.Result, "not that of the first");
            Assert.AreEqual(2, work.Calls, "both ran to their end");
            End(worker, executor);
        }

        [TestMethod]
        public void Cancel_whenItIsOver_losesItsResultAndNoMore()
        {
            Work work = new Work();
            Worker worker = new Worker(2);
            Executor executor = NewExecutor();
            WorkerCall call = worker.NewCall(work.BlockedAtFirst);
            long handle = executor.Spawn(call.With("a"));
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            work.GoOn.Set();

            // Calls are made in order, so that when this one is over the first is.
            NewExecutor().BlockOn(worker.NewCall(work.Same).With("b"));
            executor.Abort(handle);
            Assert.AreEqual(0, executor.TaskCount, "woken and not polled");
            Assert.IsNull(call.Result, "nobody took it");
            executor.BlockOn(call.With("c"));
            Assert.AreEqual("c", (string)call.Result, "the next call has its own");
            Assert.AreEqual(3, work.Calls, "each was made once");
            End(worker, executor);
        }

        [TestMethod]
        public void Close_whileACancelledCallIsInLine_endsTheThread()
        {
            Work work = new Work();
            Worker worker = new Worker(2);
            Executor executor = NewExecutor();
            executor.Spawn(worker.NewCall(work.Blocked));
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            long handle = executor.Spawn(worker.NewCall(work.Same));
            executor.RunUntilIdle();
            executor.Abort(handle);
            worker.Close();
            work.GoOn.Set();
            executor.Run();
            End(worker, executor);
            Assert.AreEqual(1, work.Calls, "the cancelled one was not made");
        }

        [TestMethod]
        public void Calls_ofTwoExecutors_areMadeByOneWorker()
        {
            Work work = new Work();
            Worker worker = new Worker(2);
            Executor one = NewExecutor();
            Executor two = NewExecutor();
            WorkerCall first = worker.NewCall(work.Same);
            WorkerCall second = worker.NewCall(work.Same);
            Awaiting firstTask = new Awaiting(first.With("a"), 10);
            Awaiting secondTask = new Awaiting(second.With("b"), 10);
            one.Spawn(firstTask);
            two.Spawn(secondTask);
            one.RunUntilIdle();
            two.Run();
            one.Run();
            Assert.AreEqual(20, firstTask.Done + secondTask.Done, "both came to their end");
            Assert.AreEqual("a", (string)first.Result, "each with its own");
            Assert.AreEqual("b", (string)second.Result, "result");
            End(worker, one);
        }

        [TestMethod]
        public void Close_makesWhatWasAskedFor_andEndsTheThread()
        {
            Work work = new Work();
            Worker worker = new Worker(2);
            Executor executor = NewExecutor();
            WorkerCall call = worker.NewCall(work.Blocked);
            Awaiting task = new Awaiting(call);
            executor.Spawn(task);
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            worker.Close();
            worker.Close();
            Assert.IsTrue(worker.IsClosed, "it says so");
            work.GoOn.Set();
            executor.Run();
            Assert.AreEqual(1, task.Done, "what was asked for");
            End(worker, executor);
            Assert.ThrowsException(typeof(ObjectDisposedException), () => executor.BlockOn(call));
            Assert.IsFalse(call.IsWaiting, "nothing was asked for");
        }

        [TestMethod]
        public void ResultAndException_areOfTheLatestCall()
        {
            Work work = new Work();
            Worker worker = new Worker(1);
            Executor executor = NewExecutor();
            WorkerCall call = worker.NewCall(work.ThrownIfNoText);
            executor.BlockOn(call.With("a"));
            Assert.AreEqual("a", (string)call.Result, "it returned");
            Assert.IsNull(call.Exception, "and threw nothing");
            executor.BlockOn(call.With(null));
            Assert.IsNotNull(call.Exception, "it threw");
            Assert.IsNull(call.Result, "the result of the call before is not its own");
            executor.BlockOn(call.With("b"));
            Assert.IsNull(call.Exception, "nor is the exception of the call before");
            Assert.AreEqual("b", (string)call.Result, "it returned");
            End(worker, executor);
        }

        [TestMethod]
        public void Close_whileACallWaitsForACancelledOne_refusesIt()
        {
            Work work = new Work();
            Worker worker = new Worker(2);
            Executor executor = NewExecutor();
            WorkerCall call = worker.NewCall(work.BlockedAtFirst);
            long handle = executor.Spawn(call.With("a"));
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            executor.Abort(handle);
            handle = executor.Spawn(new Awaiting(call.With("b")));
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAsleep(handle), "the worker is still at the first");
            worker.Close();
            work.GoOn.Set();
            executor.BlockOn(worker.Thread.NewWait());
            executor.RunUntilIdle();
            string message = executor.ExceptionOf(handle).Message;
            Assert.IsTrue(message.IndexOf("Worker is closed; make a new one.") >= 0, message);
            Assert.AreEqual(1, work.Calls, "the second was never made");
            Assert.IsFalse(call.IsWaiting, "and waits for nothing");
        }

        [TestMethod]
        public void Poll_whileTheWorkerIsBusy_isCounted()
        {
            Work work = new Work();
            Worker worker = new Worker(1);
            Executor executor = NewExecutor();
            WorkerCall call = worker.NewCall(work.Blocked);
            executor.Spawn(call);
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            Assert.AreEqual(0L, executor.SpuriousPolls, "the first poll asks the worker");
            call.Home.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.SpuriousPolls, "the second was for nothing");
            work.GoOn.Set();
            executor.Run();
            End(worker, executor);
        }

        [TestMethod]
        public void Poll_thatAsksAfterACancelledCall_isOfUse()
        {
            Work work = new Work();
            Worker worker = new Worker(1);
            Executor executor = NewExecutor();
            WorkerCall call = worker.NewCall(work.BlockedAtFirst);
            long handle = executor.Spawn(call.With("a"));
            executor.RunUntilIdle();
            work.Begun.WaitOne();
            executor.Abort(handle);
            executor.Spawn(call.With("b"));
            executor.RunUntilIdle();
            work.GoOn.Set();
            executor.Run();
            Assert.AreEqual("b", (string)call.Result, "it was asked for when the first was over");
            Assert.AreEqual(0L, executor.SpuriousPolls, "by a poll that was needed for that");
            End(worker, executor);
        }

        [TestMethod]
        public void Misuse_hasItsMessage()
        {
            Work work = new Work();
            Expect.Message("calls is 0; give 1 to 1024.", () => new Worker(0));
            Worker worker = new Worker(1);
            Executor executor = NewExecutor();
            Expect.Message("A worker needs a call; null was given.", () => worker.NewCall(null));
            WorkerCall call = worker.NewCall(work.Blocked);
            Expect.Message("Worker has 1 calls and all are made", () => worker.NewCall(work.Same));
            executor.Spawn(call);
            executor.RunUntilIdle();
            Expect.Message("This call is still pending", () => call.With("a"));
            work.Begun.WaitOne();
            work.GoOn.Set();
            executor.Run();
            End(worker, executor);
        }

        private static Executor NewExecutor()
        {
            ManualMachine machine = new ManualMachine();
            return new Executor(8, new AnyMachine(machine.Clock, new ThreadParker()));
        }

        private static void End(Worker worker, Executor executor)
        {
            WaitForThread end = worker.Thread.NewWait();
            worker.Close();
            executor.BlockOn(end);
            Assert.IsNull(end.Exception, "the thread ended well");
        }

        /// <summary>What the worker is asked to do.</summary>
        private sealed class Work
        {
            internal readonly AutoResetEvent Begun = new AutoResetEvent(false);
            internal readonly AutoResetEvent GoOn = new AutoResetEvent(false);
            internal int Calls;

            internal object Same(object argument)
            {
                Calls++;
                return argument;
            }

            internal object ThrownIfNoText(object argument)
            {
                if (argument == null)
                {
                    throw new InvalidOperationException("thrown by a test");
                }

                return argument;
            }

            internal object Blocked(object argument)
            {
                Calls++;
                Begun.Set();
                GoOn.WaitOne();
                return argument;
            }

            internal object BlockedAtFirst(object argument)
            {
                return Calls == 0 ? Blocked(argument) : Same(argument);
            }
        }

        /// <summary>Tells when its call is over, so that the executor can be parked until then and not spin.</summary>
        private sealed class Telling : Awaiting
        {
            private readonly Semaphore _over;

            internal Telling(Future call, Semaphore over)
                : base(call)
            {
                _over = over;
            }

            protected override void OnReady()
            {
                _over.Release();
            }
        }
    }
}
