using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class SupervisedTests
    {
        [TestMethod]
        public void Supervised_withoutFault_isItsFuture()
        {
            Gate gate = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            Supervised supervised = new Supervised(gate, RestartPolicy.Never);
            long task = executor.Spawn(supervised);
            executor.RunUntilIdle();
            gate.Open();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "ready with it");
            Assert.AreEqual(0, supervised.Restarts, "no restart");
            Assert.IsNull(supervised.LastException, "no exception");
        }

        [TestMethod]
        public void Never_escalatesTheFirstFault()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            Supervised supervised = new Supervised(thrower, RestartPolicy.Never);
            Exception escalated = null;
            supervised.OnEscalation = (s, e) => escalated = e;
            long task = executor.Spawn(supervised);
            executor.RunUntilIdle();
            Assert.AreSame(thrower.Exception, escalated, "the hook heard of it");
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(task), "and the task faulted");
            Assert.AreEqual(0, supervised.Restarts, "nothing was restarted");
        }

        [TestMethod]
        public void Always_restartsUntilItWorks()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1000);
            Supervised supervised = new Supervised(thrower, RestartPolicy.Always(null));
            int heard = 0;
            supervised.OnRestart = (s, e) => heard++;
            Assert.IsTrue(executor.BlockOn(supervised), "in the end");
            Assert.AreEqual(1000, supervised.Restarts, "once for each fault");
            Assert.AreEqual(1000, heard, "each was heard of");
            Assert.AreSame(thrower.Exception, supervised.LastException, "the last one can be seen");
        }

        [TestMethod]
        public void OnRestart_thatThrows_leavesThePauseToBeKept()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Supervised supervised = new Supervised(new Thrower(1), RestartPolicy.Always(new Backoff(100)));
            Exception thrown = new InvalidOperationException("thrown by the hook");
            supervised.OnRestart = (s, e) => throw thrown;
            Expect.Thrown(thrown, () => Expect.Polled(executor, supervised));
            Assert.AreEqual(Poll.Pending, Expect.Polled(executor, supervised), "the restart comes all the same");
            Assert.AreEqual(100L, executor.RunUntilIdle(), "after its pause");
            machine.Clock.Time = 100;
            executor.RunUntilIdle();
            Assert.AreEqual(Poll.Ready, Expect.Polled(executor, supervised), "and does its work");
        }

        [TestMethod]
        public void OnEscalation_thatThrows_doesNotHideTheFault()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            Supervised supervised = new Supervised(thrower, RestartPolicy.Never);
            supervised.OnEscalation = (s, e) => throw new InvalidOperationException("thrown by the hook");
            Expect.Thrown(thrower.Exception, () => executor.BlockOn(supervised));
        }

        [TestMethod]
        public void Restart_comesInALaterPass()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new Supervised(new Crash(log), RestartPolicy.Always(null)));
            executor.Spawn(new Steps(log, "s", 3));
            executor.RunUntilIdle();
            Assert.AreEqual("xcsxcsxcs.", log.Text, "a task that throws at once does not starve the others");
        }

        [TestMethod]
        public void Faulted_isCancelledAndArmedBeforeItsRestart()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(1);
            Crash crash = new Crash(log);
            executor.BlockOn(new Supervised(crash, RestartPolicy.Always(null), crash));
            Assert.AreEqual("0xc1xc2xc3.", log.Text, "armed with the number of runs before; cancelled after each fault");
        }

        [TestMethod]
        public void Rearm_refusedAfterAFault_escalatesIt()
        {
            Log log = new Log();
            Crash crash = new Crash(log);
            crash.MaxRuns = 2;
            Supervised supervised = new Supervised(crash, RestartPolicy.Always(null), crash);
            Exception escalated = null;
            supervised.OnEscalation = (s, e) => escalated = e;
            Executor executor = new ManualMachine().NewExecutor(1);
            Expect.Message("crash", () => executor.BlockOn(supervised));
            Assert.AreEqual("0xc1xc2", log.Text, "the third run was refused");
            Assert.IsNotNull(escalated, "the fault before was escalated");
        }

        [TestMethod]
        public void Rearm_refusedAtFirst_isReady()
        {
            Crash crash = new Crash(new Log());
            crash.MaxRuns = 0;
            Supervised supervised = new Supervised(crash, RestartPolicy.Always(null), crash);
            Assert.IsTrue(new ManualMachine().NewExecutor(1).BlockOn(supervised), "there was nothing to run");
        }

        [TestMethod]
        public void AtMost_countsInAnyTimeThatLong()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Bomb bomb = new Bomb();
            Supervised supervised = new Supervised(bomb, RestartPolicy.AtMost(2, 100, null));
            long task = executor.Spawn(supervised);

            // Restarts at 0, 50, 100 and 160: never three in less than 100 µs. The fault at 199 would be the third
            // since 100.
            long[] faults = new long[] { 0, 50, 100, 160 };
            for (int i = 0; i < faults.Length; i++)
            {
                machine.Clock.Time = faults[i];
                Crashed(executor, bomb);
                Assert.IsNull(executor.ExceptionOf(task), "forgiven at " + faults[i].ToString());
                Assert.AreEqual(i + 1, supervised.Restarts, "restarted");
            }

            machine.Clock.Time = 199;
            Crashed(executor, bomb);
            Assert.AreSame(bomb.Exception, executor.ExceptionOf(task), "two restarts since 100 are all there may be");
            Assert.AreEqual(4, supervised.Restarts, "no other");
        }

        [TestMethod]
        public void AtMost_escalated_beginsAnewWhenTheTaskIsRestarted()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Supervised supervised = new Supervised(new Thrower(5), RestartPolicy.AtMost(2, 100, null));
            long task = executor.Spawn(supervised);
            executor.RunUntilIdle();
            Assert.AreEqual(2, supervised.Restarts, "the third fault was escalated");
            executor.Restart(task);
            executor.RunUntilIdle();
            Assert.AreEqual(4, supervised.Restarts, "two more were forgiven");
            Assert.IsFalse(executor.IsAlive(task), "and that was enough");
        }

        [TestMethod]
        public void Backoff_growsWithTheFaultsInARow()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            executor.BlockOn(new Supervised(new Thrower(4), RestartPolicy.Always(new Backoff(10, 40))));
            Assert.AreEqual(10L + 20 + 40 + 40, machine.Clock.Time, "the pauses");
        }

        [TestMethod]
        public void Backoff_afterALongRun_beginsWithTheFirstPause()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Bomb bomb = new Bomb();
            Supervised supervised = new Supervised(bomb, RestartPolicy.Always(new Backoff(10, 40)));
            executor.Spawn(supervised);
            Assert.AreEqual(10L, Crashed(executor, bomb), "the first pause");
            machine.Clock.Time = 10;
            Assert.AreEqual(10L + 20, Crashed(executor, bomb), "a fault at once doubles it");
            machine.Clock.Time = 30;
            executor.RunUntilIdle();
            machine.Clock.Time = 30 + 79;
            Assert.AreEqual(30L + 79 + 40, Crashed(executor, bomb), "a run shorter than twice the longest pause too");
            machine.Clock.Time = 149;
            executor.RunUntilIdle();
            machine.Clock.Time = 149 + 80;
            Assert.AreEqual(149L + 80 + 10, Crashed(executor, bomb), "a long run is a recovery");
        }

        [TestMethod]
        public void Cancel_whileItRuns_cancelsTheFuture()
        {
            Gate gate = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(new Supervised(gate, RestartPolicy.Never));
            executor.RunUntilIdle();
            gate.Open();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "woken and not polled");
        }

        [TestMethod]
        public void Cancel_betweenFaultAndRestart_forgetsTheFault()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Supervised supervised = new Supervised(new Thrower(2), RestartPolicy.AtMost(1, 1000, null));
            Aborter aborter = new Aborter(executor);
            aborter.Victim = executor.Spawn(supervised);
            executor.Spawn(aborter);
            executor.RunUntilIdle();
            Assert.AreEqual(1, supervised.Restarts, "it was about to run again");
            Assert.AreEqual(0, executor.Faulted, "and was aborted");
            Assert.IsTrue(executor.BlockOn(supervised), "one more fault is forgiven");
        }

        [TestMethod]
        public void Cancel_whileItPauses_leavesTheTimerQueueAndForgetsTheFaults()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Supervised supervised = new Supervised(new Thrower(4), RestartPolicy.AtMost(2, 1000, new Backoff(10, 40)));
            long task = executor.Spawn(supervised);
            executor.RunUntilIdle();
            machine.Clock.Time = 10;
            executor.RunUntilIdle();
            Assert.AreEqual(2, supervised.Restarts, "all that there may be");
            executor.Abort(task);
            Assert.AreEqual(0, executor.Timers.Count, "the queue is empty");
            Assert.IsTrue(executor.BlockOn(supervised), "two more are forgiven");
            Assert.AreEqual(10L + 10 + 20, machine.Clock.Time, "with the pauses from the beginning");
        }

        [TestMethod]
        public void Take_whileItPauses_leavesTheTimerQueue()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(new Supervised(new Thrower(1), RestartPolicy.Always(new Backoff(10))));
            Assert.AreEqual(10L, executor.RunUntilIdle(), "it pauses");
            executor.Detach(task);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "but not here any more");
        }

        [TestMethod]
        public void Wake_whileItPauses_doesNotEndThePause()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            Supervised supervised = new Supervised(new Throws(gate), RestartPolicy.Always(new Backoff(10)));
            executor.Spawn(supervised);
            executor.RunUntilIdle();
            supervised.Home.Wake();
            Assert.AreEqual(10L, executor.RunUntilIdle(), "the pause stands");
            Assert.AreEqual(0, gate.Polls, "the future does not run before its end");
        }

        [TestMethod]
        public void LastException_isOfTheLatestUse()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            gate.IsOpen = true;
            Supervised supervised = new Supervised(new Throws(gate), RestartPolicy.Always(null));
            executor.BlockOn(supervised);
            Assert.IsNotNull(supervised.LastException, "it threw once and then was ready");
            gate.IsOpen = false;
            executor.Spawn(supervised);
            executor.RunUntilIdle();
            Assert.IsNull(supervised.LastException, "it has not thrown since it began again");
            Assert.AreEqual(1, supervised.Restarts, "but that there was a restart is not forgotten");
        }

        [TestMethod]
        public void Ready_forgetsTheFaults()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Bomb bomb = new Bomb();
            Supervised supervised = new Supervised(bomb, RestartPolicy.AtMost(2, 1000, new Backoff(10, 40)));
            for (int use = 0; use < 3; use++)
            {
                long now = machine.Clock.Time;
                long task = executor.Spawn(supervised);
                Assert.AreEqual(now + 10, Crashed(executor, bomb), "the first pause");
                machine.Clock.Time = now + 10;
                Assert.AreEqual(now + 30, Crashed(executor, bomb), "the second");
                machine.Clock.Time = now + 30;
                executor.RunUntilIdle();
                bomb.IsDefused = true;
                bomb.Waker.Wake();
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(task), "two faults in each use are forgiven");
                bomb.IsDefused = false;
            }
        }

        [TestMethod]
        public void SupervisedJoin_restartsAllOfItsChildren()
        {
            Log log = new Log();
            Gate sibling = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            Join join = new Join(sibling, new Crash(log));
            long task = executor.Spawn(new Supervised(join, RestartPolicy.Always(null)));
            executor.RunUntilIdle();
            Assert.AreEqual("xcxcxc.", log.Text, "three faults, each followed by one call of Cancel");
            Assert.AreEqual(3, sibling.Cancels, "the sibling was cancelled each time");
            Assert.AreEqual(4, sibling.Polls, "and began again");
            sibling.Open();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "all are ready");
        }

        [TestMethod]
        public void JoinOfSupervised_restartsTheOneThatThrew()
        {
            Log log = new Log();
            Gate sibling = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            Join join = new Join(sibling, new Supervised(new Crash(log), RestartPolicy.Always(null)));
            executor.Spawn(join);
            executor.RunUntilIdle();
            Assert.AreEqual("xcxcxc.", log.Text, "three faults");
            Assert.AreEqual(1, sibling.Polls, "of which the sibling knows nothing");
            Assert.AreEqual(1, join.Left, "it is still waited for");
        }

        [TestMethod]
        public void Constructors_refuseWhatMakesNoSense()
        {
            Expect.Message(
                "Supervised needs a restart policy; null was given.", () => new Supervised(new Gate(), null));
            Expect.Message(
                "A combinator needs a future to wait for; null was given.", () => new Supervised(null, RestartPolicy.Never));
            Expect.Message("max is 0; give 1 to 1000.", () => RestartPolicy.AtMost(0, 5, null));
            Expect.Message("max is 1001; give 1 to 1000.", () => RestartPolicy.AtMost(1001, 5, null));
            Expect.Message("Restarts counted within 0 microseconds; give 1 to", () => RestartPolicy.AtMost(1, 0, null));
        }

        [TestMethod]
        public void Policies_atTheEndsOfTheirRanges_areAllowed()
        {
            RestartPolicy policy = RestartPolicy.AtMost(RestartPolicy.MaxCounted, Duration.Longest, null);
            Assert.AreEqual(1000, policy.Max, "the most");
            Assert.AreEqual(Duration.Longest, policy.Within, "the longest");
            Assert.AreEqual(1L, RestartPolicy.AtMost(1, 1, null).Within, "the shortest");
        }

        [TestMethod]
        public void AtMost_oneMicrosecond_forgivesOneFaultInEach()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Bomb bomb = new Bomb();
            long task = executor.Spawn(new Supervised(bomb, RestartPolicy.AtMost(1, 1, null)));
            Crashed(executor, bomb);
            machine.Clock.Time = 1;
            Crashed(executor, bomb);
            Assert.IsNull(executor.ExceptionOf(task), "the window was over");
            Crashed(executor, bomb);
            Assert.IsNotNull(executor.ExceptionOf(task), "and this one is within it");
        }

        // Lets the future come to its fault; the next deadline of the executor is returned.
        private static long Crashed(Executor executor, Bomb bomb)
        {
            executor.RunUntilIdle();
            bomb.IsLit = true;
            bomb.Waker.Wake();
            return executor.RunUntilIdle();
        }

        /// <summary>Throws each time it was lit; ready once it is defused.</summary>
        private sealed class Bomb : Future
        {
            internal readonly Exception Exception = new InvalidOperationException("crash");
            internal bool IsLit;
            internal bool IsDefused;
            internal Waker Waker;

            public override Poll Poll(Waker waker)
            {
                Waker = waker;
                if (IsLit)
                {
                    IsLit = false;
                    throw Exception;
                }

                return IsDefused ? Ready : Pending;
            }
        }

        /// <summary>Throws once, then is as its gate.</summary>
        private sealed class Throws : Future
        {
            private readonly Gate _gate;
            private bool _thrown;

            internal Throws(Gate gate)
            {
                _gate = gate;
            }

            public override Poll Poll(Waker waker)
            {
                if (!_thrown)
                {
                    _thrown = true;
                    throw new InvalidOperationException("crash");
                }

                return _gate.Poll(waker);
            }
        }

        /// <summary>Throws three times; writes down what is done to it.</summary>
        private sealed class Crash : Future, IRearm
        {
            internal long MaxRuns = 1000;

            private readonly Log _log;
            private int _left = 3;

            internal Crash(Log log)
            {
                _log = log;
            }

            public bool Rearm(long round)
            {
                _log.Add(round.ToString());
                return round < MaxRuns;
            }

            public override Poll Poll(Waker waker)
            {
                if (_left-- > 0)
                {
                    _log.Add("x");
                    throw new InvalidOperationException("crash");
                }

                _log.Add(".");
                return Ready;
            }

            public override void Cancel()
            {
                _log.Add("c");
            }
        }
    }
}
