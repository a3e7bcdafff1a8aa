using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class CancellationTests
    {
        [TestMethod]
        public void Wait_isReadyOnceRequestedAndFromThenOn()
        {
            CancellationWait wait = new CancellationWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAsleep(task), "nobody has asked");
            wait.Request();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "somebody has");
            Assert.IsTrue(executor.BlockOn(wait), "and has not taken it back");
            Assert.IsTrue(wait.IsRequested, "which shows");
            Assert.AreEqual(0L, executor.SpuriousPolls, "no poll was in vain");
        }

        [TestMethod]
        public void Wait_requestedBefore_isReadyAtOnce()
        {
            CancellationWait wait = new CancellationWait();
            wait.Request();
            wait.Request();
            Assert.IsTrue(new ManualMachine().NewExecutor(1).BlockOn(wait), "ready");
        }

        [TestMethod]
        public void Wait_cleared_waitsForAnotherRequest()
        {
            CancellationWait wait = new CancellationWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            wait.Request();
            wait.Clear();
            Assert.IsFalse(wait.IsRequested, "taken back");
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAsleep(task), "it waits");
            wait.Request();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "asked again");
        }

        [TestMethod]
        public void Wait_requestedThenAborted_keepsTheRequest()
        {
            CancellationWait wait = new CancellationWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            wait.Request();
            executor.Abort(task);
            Assert.IsTrue(executor.BlockOn(wait), "what was asked for is not lost with the task");
        }

        [TestMethod]
        public void Wait_aborted_isNotWokenAnyMore()
        {
            CancellationWait wait = new CancellationWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            executor.Abort(task);
            task = executor.Spawn(new NeverFuture());
            executor.RunUntilIdle();
            wait.Request();
            Assert.IsTrue(executor.IsAsleep(task), "who has the slot now is not disturbed");
        }

        [TestMethod]
        public void Wait_ready_isNotWokenAnyMore()
        {
            CancellationWait wait = new CancellationWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            wait.Request();
            executor.RunUntilIdle();
            Bystanders bystanders = new Bystanders(executor);
            wait.Request();
            Assert.AreEqual(0L, bystanders.Polls, "who has the slot now is not disturbed");
        }

        [TestMethod]
        public void Wait_takenElsewhere_isNotPolledInVain()
        {
            CancellationWait wait = new CancellationWait();
            Executor one = new ManualMachine().NewExecutor(1);
            Executor two = new ManualMachine().NewExecutor(1);
            long task = one.Spawn(wait);
            one.RunUntilIdle();
            task = two.Spawn(one.Detach(task));
            Bystanders bystanders = new Bystanders(one);
            two.RunUntilIdle();
            Assert.AreEqual(0L, two.SpuriousPolls, "its first poll here has to be");
            wait.Request();
            two.RunUntilIdle();
            Assert.IsFalse(two.IsAlive(task), "it is woken where it is");
            Assert.AreEqual(0L, bystanders.Polls, "and nobody where it was");
        }

        [TestMethod]
        public void Request_staysWhateverBecomesOfTheWait()
        {
            CancellationWait wait = new CancellationWait();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.BlockOn(new Requesting(wait));
            Assert.IsTrue(wait.IsRequested, "polled with it");
            wait.Cancel();
            wait.Detach();
            Assert.IsTrue(wait.IsRequested, "cancelled and taken away");
            executor.BlockOn(wait);
            executor.BlockOn(wait);
            Assert.IsTrue(wait.IsRequested, "and awaited twice");
        }

        [TestMethod]
        public void Wait_polledInVain_countsIt()
        {
            CancellationWait wait = new CancellationWait();
            Gate sibling = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new Both(wait, sibling));
            executor.RunUntilIdle();
            sibling.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.SpuriousPolls, "its task was woken for something else");
        }

        [TestMethod]
        public void Token_completesTheWait()
        {
            CancellationTokenSource source = new CancellationTokenSource();
            CancellationWait wait = new CancellationWait();
            source.Token.Register(wait.Request);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAsleep(task), "not cancelled");
            source.Cancel();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "cancelled");
        }

        [TestMethod]
        public void Token_cancelledBefore_endsTheWaitAtOnce()
        {
            CancellationTokenSource source = new CancellationTokenSource();
            source.Cancel();
            WithCancellation wait = new WithCancellation(new NeverFuture());
            source.Token.Register(wait.Request);
            Assert.IsTrue(new ManualMachine().NewExecutor(1).BlockOn(wait), "ready");
            Assert.IsTrue(wait.WasCancelled, "and cancelled");
        }

        [TestMethod]
        public void Token_cancelledByAnotherThread_wakesAParkedExecutor()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = new Executor(2, new AnyMachine(machine.Clock, new ThreadParker()));
            CancellationTokenSource source = new CancellationTokenSource();
            Gate one = new Gate();
            Gate two = new Gate();
            WithCancellation first = new WithCancellation(one);
            WithCancellation second = new WithCancellation(two);
            source.Token.Register(first.Request);
            source.Token.Register(second.Request);
            executor.Spawn(first);
            executor.Spawn(second);
            executor.OnIdle = e =>
            {
                e.OnIdle = null;
                new Thread(() => source.Cancel()).Start();
            };
            executor.Run();
            Assert.IsTrue(first.WasCancelled && second.WasCancelled, "one token ends any number of tasks");
            Assert.AreEqual(2, one.Cancels + two.Cancels, "and what they waited for");
        }

        [TestMethod]
        public void WithCancellation_futureFirst_isReadyWithIt()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            gate.Open();
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "ready");
            Assert.IsFalse(wait.WasCancelled, "by the future");
            Assert.AreEqual(0, gate.Cancels, "which has finished");
        }

        [TestMethod]
        public void WithCancellation_requested_cancelsTheFuture()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            wait.Request();
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "ready");
            Assert.IsTrue(wait.WasCancelled, "by the request");
            Assert.AreEqual(1, gate.Cancels, "the future was given up");
            executor.BlockOn(wait);
            Assert.AreEqual(2, gate.Polls, "the next wait ends without it");
            wait.Clear();
            gate.IsOpen = true;
            executor.BlockOn(wait);
            Assert.IsFalse(wait.WasCancelled, "the request was taken back");
        }

        [TestMethod]
        public void WithCancellation_bothAtOnce_takesWhatHasCome()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            wait.Request();
            gate.Open();
            executor.RunUntilIdle();
            Assert.IsFalse(wait.WasCancelled, "the future is ready, so it is not thrown away");
            executor.BlockOn(wait);
            Assert.IsTrue(wait.WasCancelled, "the next wait ends at once");
        }

        [TestMethod]
        public void WithCancellation_aborted_cancelsTheFuture()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            gate.Open();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "woken and not polled");
            Assert.IsFalse(wait.WasCancelled, "nobody had requested it");
        }

        [TestMethod]
        public void WithCancellation_requestedThenAborted_keepsTheRequest()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            wait.Request();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "woken and not polled");
            Assert.IsTrue(wait.IsRequested, "the request stays");
            executor.BlockOn(wait);
            Assert.IsTrue(wait.WasCancelled, "and ends the next wait");
        }

        [TestMethod]
        public void WithCancellation_futureThatThrows_isCancelled()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            WithCancellation wait = new WithCancellation(thrower);
            Expect.Message("thrown by a test", () => executor.BlockOn(wait));
            Assert.IsTrue(executor.BlockOn(wait), "it is fit for another use");
        }

        [TestMethod]
        public void WithCancellation_takenElsewhere_isAskedThere()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor one = new ManualMachine().NewExecutor(1);
            Executor two = new ManualMachine().NewExecutor(1);
            long task = one.Spawn(wait);
            one.RunUntilIdle();
            task = two.Spawn(one.Detach(task));
            Bystanders bystanders = new Bystanders(one);
            two.RunUntilIdle();
            Assert.IsTrue(two.IsAsleep(task), "nobody has asked");
            wait.Request();
            two.RunUntilIdle();
            Assert.IsFalse(two.IsAlive(task), "it is woken where it is");
            Assert.IsTrue(wait.WasCancelled, "by the request");
            Assert.AreEqual(0L, bystanders.Polls, "and nobody where it was");
        }

        [TestMethod]
        public void WithCancellation_polledByALaterTask_isAskedThere()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(3);
            executor.BlockOn(new PolledOnce(wait));
            executor.Spawn(new NeverFuture());
            long task = executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAsleep(task), "another waker is no request");
            Assert.AreEqual(0, gate.Cancels, "and gives nothing up");
            wait.Request();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "the request wakes the one that polled last");
            Assert.IsTrue(wait.WasCancelled, "and says so");
        }

        [TestMethod]
        public void WithCancellation_over_isNotWokenAnyMore()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            gate.Open();
            executor.RunUntilIdle();
            long task = executor.Spawn(new NeverFuture());
            executor.RunUntilIdle();
            wait.Request();
            Assert.IsTrue(executor.IsAsleep(task), "ready with its future: who has the slot now is not disturbed");
            executor.Abort(task);
            wait.Clear();
            gate.IsOpen = false;
            task = executor.Spawn(wait);
            executor.RunUntilIdle();
            executor.Abort(task);
            task = executor.Spawn(new NeverFuture());
            executor.RunUntilIdle();
            wait.Request();
            Assert.IsTrue(executor.IsAsleep(task), "nor after an abort");
        }

        [TestMethod]
        public void WasCancelled_isOfTheLatestWait()
        {
            Gate gate = new Gate();
            WithCancellation wait = new WithCancellation(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            wait.Request();
            executor.BlockOn(wait);
            Assert.IsTrue(wait.WasCancelled, "the first");
            wait.Clear();
            gate.IsOpen = true;
            executor.BlockOn(wait);
            Assert.IsFalse(wait.WasCancelled, "the second had what it waited for");
        }

        [TestMethod]
        public void WithCancellation_ofNothing_isRefused()
        {
            Expect.Message("A combinator needs a future to wait for; null was given.", () => new WithCancellation(null));
        }

        /// <summary>Polls two futures each time, as a careless task would.</summary>
        private sealed class Both : Future
        {
            private readonly Future _first;
            private readonly Future _second;

            internal Both(Future first, Future second)
            {
                _first = first;
                _second = second;
            }

            public override Poll Poll(Waker waker)
            {
                _second.Poll(waker);
                return _first.Poll(waker);
            }
        }

        /// <summary>Polls a wait, makes its request and polls it again.</summary>
        private sealed class Requesting : Future
        {
            private readonly CancellationWait _wait;

            internal Requesting(CancellationWait wait)
            {
                _wait = wait;
            }

            public override Poll Poll(Waker waker)
            {
                _wait.Poll(waker);
                _wait.Request();
                return _wait.Poll(waker);
            }
        }
    }
}
