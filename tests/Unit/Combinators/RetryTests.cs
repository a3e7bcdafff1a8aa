using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class RetryTests
    {
        [TestMethod]
        public void Retry_firstSuccess_ends()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Request request = new Request(0, 0);
            Retry retry = new Retry(request, 5, new Backoff(10), request);
            executor.BlockOn(retry);
            Assert.IsTrue(retry.Succeeded, "it did");
            Assert.AreEqual(1, retry.Attempts, "at the first attempt");
        }

        [TestMethod]
        public void Retry_reportedFailures_areRetriedAfterAGrowingPause()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Request request = new Request(3, 0);
            Retry retry = new Retry(request, 5, new Backoff(10, 25), request);
            executor.BlockOn(retry);
            Assert.IsTrue(retry.Succeeded, "in the end");
            Assert.AreEqual(4, retry.Attempts, "three failed");
            Assert.AreEqual(10L + 20 + 25, machine.Clock.Time, "the pauses between them");
            Assert.AreEqual("0123", request.Asked, "it was armed before each");
        }

        [TestMethod]
        public void Retry_faults_areRetriedAndTheFutureIsCancelled()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Request request = new Request(0, 2);
            Retry retry = new Retry(request, 5, new Backoff(10), request);
            executor.BlockOn(retry);
            Assert.IsTrue(retry.Succeeded, "in the end");
            Assert.AreEqual(3, retry.Attempts, "two threw");
            Assert.AreEqual(2, request.Cancels, "one that threw is cancelled");
            Assert.AreSame(request.Exception, retry.LastException, "what was thrown can be seen");
            Assert.AreEqual(20L, machine.Clock.Time, "the pauses between them");
        }

        [TestMethod]
        public void Retry_allAttemptsFailed_saysSo()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Request request = new Request(100, 0);
            Retry retry = new Retry(request, 3, new Backoff(10), request);
            executor.BlockOn(retry);
            Assert.IsFalse(retry.Succeeded, "none did");
            Assert.AreEqual(3, retry.Attempts, "as many as allowed");
        }

        [TestMethod]
        public void Retry_lastAttemptThrows_letsTheExceptionOut()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Request request = new Request(0, 100);
            Retry retry = new Retry(request, 3, new Backoff(10), request);
            long task = executor.Spawn(retry);
            executor.OnFault = (e, h, x) => { };
            executor.Run();
            Assert.AreSame(request.Exception, executor.ExceptionOf(task), "a fault that does not go away is a fault");
            Assert.AreEqual(3, retry.Attempts, "after as many attempts as allowed");
        }

        [TestMethod]
        public void Retry_refusedArming_givesUp()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Request request = new Request(100, 0);
            request.MaxArmings = 2;
            Retry retry = new Retry(request, 9, new Backoff(10), request);
            executor.BlockOn(retry);
            Assert.IsFalse(retry.Succeeded, "it gave up");
            Assert.AreEqual(2, retry.Attempts, "after those that were armed");
        }

        [TestMethod]
        public void Retry_withoutPause_givesWayToOthers()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new Retry(new Thrower(3), 9, new Backoff(0)));
            executor.Spawn(new Steps(log, "s", 3));
            executor.RunUntilIdle();
            Assert.AreEqual("sss", log.Text, "the other ran");
            Assert.AreEqual(0, executor.TaskCount, "both ended");
            Assert.AreEqual(7L, executor.Polls, "four attempts were four polls");
        }

        [TestMethod]
        public void Retry_usedAgain_countsAnew()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Request request = new Request(1, 1);
            Retry retry = new Retry(request, 5, new Backoff(10, 1000), request);
            executor.BlockOn(retry);
            Assert.AreEqual(3, retry.Attempts, "one threw and one failed");
            Assert.AreEqual(30L, machine.Clock.Time, "10 and 20");
            executor.BlockOn(retry);
            Assert.AreEqual(1, retry.Attempts, "from the beginning");
            Assert.IsNull(retry.LastException, "nothing was thrown this time");
        }

        [TestMethod]
        public void Cancel_whileItRuns_cancelsTheFuture()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            long task = executor.Spawn(new Retry(gate, 3, new Backoff(10)));
            executor.RunUntilIdle();
            gate.Open();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "woken and not polled");
        }

        [TestMethod]
        public void Cancel_whileItGivesWay_beginsAnew()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Request request = new Request(2, 0);
            Retry retry = new Retry(request, 9, new Backoff(0), request);
            Aborter aborter = new Aborter(executor);
            aborter.Victim = executor.Spawn(retry);
            executor.Spawn(aborter);
            executor.RunUntilIdle();
            Assert.AreEqual(1, retry.Attempts, "aborted before the second attempt");
            executor.BlockOn(retry);
            Assert.AreEqual("001", request.Asked, "the attempts were counted from the beginning");
            Assert.IsTrue(retry.Succeeded, "the third in all");
        }

        [TestMethod]
        public void Cancel_whenItsPauseIsOver_beginsAnew()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Request request = new Request(1, 0);
            Retry retry = new Retry(request, 3, new Backoff(10), request);
            long task = executor.Spawn(retry);
            executor.RunUntilIdle();
            machine.Clock.Time = 10;
            executor.Abort(task);
            Assert.AreEqual(0, executor.Timers.Count, "its timer was due and goes");
            executor.BlockOn(retry);
            Assert.AreEqual(1, retry.Attempts, "the next use counts from the beginning");
        }

        [TestMethod]
        public void Cancel_whileItPauses_leavesTheTimerQueue()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Request request = new Request(1, 0);
            Retry retry = new Retry(request, 3, new Backoff(10), request);
            long task = executor.Spawn(retry);
            Assert.AreEqual(10L, executor.RunUntilIdle(), "it pauses");
            executor.Abort(task);
            Assert.AreEqual(0, executor.Timers.Count, "no longer");
            Assert.AreEqual(0, request.Cancels, "the future was not pending");
            executor.BlockOn(retry);
            Assert.AreEqual(1, retry.Attempts, "the next use counts from the beginning");
        }

        [TestMethod]
        public void Take_whileItPauses_leavesTheTimerQueue()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(new Retry(new Thrower(1), 3, new Backoff(10)));
            Assert.AreEqual(10L, executor.RunUntilIdle(), "it pauses");
            executor.Detach(task);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "but not here any more");
        }

        [TestMethod]
        public void Succeeded_isOfTheLatestUse()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            Retry retry = new Retry(gate, 3, new Backoff(10));
            gate.IsOpen = true;
            executor.BlockOn(retry);
            Assert.IsTrue(retry.Succeeded, "the first");
            gate.IsOpen = false;
            executor.Spawn(retry);
            executor.RunUntilIdle();
            Assert.IsFalse(retry.Succeeded, "the second is not over");
            Assert.AreEqual(1, retry.Attempts, "it is at its first attempt");
        }

        [TestMethod]
        public void Retry_once_isNoSecondAttempt()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            Retry retry = new Retry(thrower, 1, new Backoff(10));
            long task = executor.Spawn(retry);
            executor.RunUntilIdle();
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(task), "the first is the last");
            Assert.AreEqual(1, retry.Attempts, "there was one");
        }

        [TestMethod]
        public void Wake_whileItPauses_doesNotEndThePause()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Retry retry = new Retry(new Thrower(1), 3, new Backoff(10));
            executor.Spawn(retry);
            executor.RunUntilIdle();
            retry.Home.Wake();
            Assert.AreEqual(10L, executor.RunUntilIdle(), "the pause stands");
            Assert.AreEqual(1, retry.Attempts, "no other attempt before its end");
        }

        [TestMethod]
        public void Take_whileItPauses_goesOnElsewhere()
        {
            Executor one = new ManualMachine().NewExecutor(1);
            ManualMachine machine = new ManualMachine();
            Executor two = machine.NewExecutor(1);
            Request request = new Request(1, 0);
            Retry retry = new Retry(request, 3, new Backoff(10), request);
            long task = one.Spawn(retry);
            one.RunUntilIdle();
            two.Spawn(one.Detach(task));
            two.Run();
            Assert.AreEqual(0, one.Timers.Count, "nothing is left behind");
            Assert.AreEqual(10L, machine.Clock.Time, "the pause went along");
            Assert.AreEqual(2, retry.Attempts, "and the count");
        }

        [TestMethod]
        public void Backoff_doublesUpToTheLongest()
        {
            Backoff backoff = new Backoff(3, 20);
            Assert.AreEqual(3L, backoff.After(1), "the first pause");
            Assert.AreEqual(6L, backoff.After(2), "doubled");
            Assert.AreEqual(12L, backoff.After(3), "doubled");
            Assert.AreEqual(20L, backoff.After(4), "not longer than allowed");
            Assert.AreEqual(20L, backoff.After(long.MaxValue), "however many there were");
            Assert.AreEqual(0L, new Backoff(0, 50).After(9), "nothing doubled is nothing");
            Assert.AreEqual(0L, new Backoff(0, 50).After(long.MaxValue), "and is not doubled for ever to find out");
            Assert.AreEqual(6L, new Backoff(3, 7).After(2), "a pause of half the longest is doubled too");
            Assert.AreEqual(7L, new Backoff(3, 7).After(3), "but not beyond the longest");
            Assert.AreEqual(8L, new Backoff(4, 8).After(2), "just the longest");
            Assert.AreEqual(Duration.Longest, new Backoff(1, Duration.Longest).After(1000), "no overflow");
        }

        [TestMethod]
        public void Constructors_refuseWhatMakesNoSense()
        {
            Backoff backoff = new Backoff(1);
            Expect.Message("Retry needs a backoff; null was given.", () => new Retry(new Gate(), 1, null));
            Expect.Message("A combinator needs a future to wait for; null was given.", () => new Retry(null, 1, backoff));
            Expect.Message("Value of max is 0; give 1 or more.", () => new Retry(new Gate(), 0, backoff));
            Expect.Message(
                "First pause of 5 microseconds is longer than the longest of 4; give a longest pause that is not shorter.",
                () => new Backoff(5, 4));
            Expect.Message("Value of first is -1 microseconds; give 0 to Duration.Longest", () => new Backoff(-1, 4));
            Expect.Message("Value of longest is -1 microseconds; give 0 to Duration.Longest", () => new Backoff(0, -1));
        }

        /// <summary>Throws at first, then fails at first, then succeeds; arms itself.</summary>
        private sealed class Request : Future, IAttempt
        {
            internal readonly Exception Exception = new InvalidOperationException("no answer");
            internal string Asked = "";
            internal int Cancels;
            internal int MaxArmings = int.MaxValue;

            private int _failures;
            private int _faults;
            private bool _armed;

            internal Request(int failures, int faults)
            {
                _failures = failures;
                _faults = faults;
            }

            public bool Failed { get; private set; }

            public bool Rearm(long round)
            {
                Asked += round.ToString();
                _armed = round < MaxArmings;
                return _armed;
            }

            public override Poll Poll(Waker waker)
            {
                Assert.IsTrue(_armed, "armed before each attempt");
                _armed = false;
                if (_faults-- > 0)
                {
                    throw Exception;
                }

                Failed = _failures-- > 0;
                return Ready;
            }

            public override void Cancel()
            {
                Cancels++;
            }
        }
    }
}
