using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>After a hook, a fault or a throwing Cancel everything may have changed: the loop looks again.</summary>
    [TestClass]
    public class ExecutorHookTests
    {
        [TestMethod]
        public void OnIdle_thatAbortsTheLastTask_endsTheRun()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            long handle = executor.Spawn(new NeverFuture());
            executor.OnIdle = e => e.Abort(handle);
            executor.Run();
            Assert.AreEqual(0, machine.Parker.Parks, "nothing could have ended that park");
        }

        [TestMethod]
        public void OnIdle_thatTakesTheLastTask_endsTheRun()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            long handle = executor.Spawn(new NeverFuture());
            executor.OnIdle = e => e.Detach(handle);
            executor.Run();
            Assert.AreEqual(0, machine.Parker.Parks, "nothing could have ended that park");
        }

        [TestMethod]
        public void OnIdle_thatTakesADeadlineAway_parksForTheNextOne()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            long near = executor.Spawn(new Delay().For(100));
            executor.Spawn(new Delay().For(500));
            executor.OnIdle = e => e.Abort(near);
            executor.Run();
            Assert.AreEqual(500L, machine.Parker.Until, "and not for the one that is gone");
            Assert.AreEqual(1, machine.Parker.Parks, "once");
        }

        [TestMethod]
        public void OnIdle_thatSpawns_isFollowedByAPoll()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Gate gate = new Gate();
            executor.Spawn(gate);
            Gate second = new Gate();
            executor.OnIdle = e =>
            {
                if (second.Home == null)
                {
                    e.Spawn(second);
                }
                else
                {
                    e.Stop();
                }
            };
            executor.Run();
            Assert.AreEqual(1, second.Polls, "polled before the park");
            Assert.AreEqual(0, machine.Parker.Parks, "no park in between");
        }

        [TestMethod]
        public void OnIdle_thatThrows_leavesTheRunAndTheTasksAsTheyAre()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(gate);
            Exception thrown = new InvalidOperationException("from the hook");
            executor.OnIdle = e => throw thrown;
            Assert.AreSame(thrown, Caught(executor.Run), "it comes out of Run");
            Assert.AreEqual(ExecutorState.Idle, executor.State, "which is over");
            executor.OnIdle = null;
            gate.Open();
            executor.Run();
            Assert.AreEqual(0, executor.TaskCount, "the next run goes on");
        }

        [TestMethod]
        public void OnFault_thatAbortsTheTask_doesNotHideTheExceptionFromBlockOn()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            executor.OnFault = (e, handle, exception) => e.Abort(handle);
            Assert.AreSame(thrower.Exception, Caught(() => executor.BlockOn(thrower)), "it did not become ready");
        }

        [TestMethod]
        public void OnFault_thatTakesTheTask_doesNotHideTheExceptionFromBlockOn()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            executor.OnFault = (e, handle, exception) => e.Detach(handle);
            Assert.AreSame(thrower.Exception, Caught(() => executor.BlockOn(thrower)), "it did not become ready");
        }

        [TestMethod]
        public void OnFault_thatRestartsTheTask_letsBlockOnGoOn()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.OnFault = (e, handle, exception) => e.Restart(handle);
            Assert.IsTrue(executor.BlockOn(new Thrower(1)), "it was ready in its second life");
        }

        [TestMethod]
        public void OnFault_thatThrows_leavesTheRun()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Exception thrown = new InvalidOperationException("from the hook");
            executor.OnFault = (e, handle, exception) => throw thrown;
            long handle = executor.Spawn(new Thrower(1));
            Assert.AreSame(thrown, Caught(executor.Run), "what the hook threw, not what the task threw");
            Assert.IsTrue(executor.ExceptionOf(handle) != null, "the fault is kept all the same");
            Assert.IsTrue(executor.State != ExecutorState.Running, "the run is over");
        }

        [TestMethod]
        public void BlockOn_futureThatAnotherTaskAborts_saysSo()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate awaited = new Gate();
            executor.Spawn(new Caller(() => executor.Abort(awaited.Home.Handle)));
            Expect.Message(
                "The future given to BlockOn was aborted by a task or a hook before it was ready;",
                () => executor.BlockOn(awaited));
            Assert.AreEqual(1, awaited.Cancels, "it was cancelled");
        }

        [TestMethod]
        public void BlockOn_futureThatAnotherTaskTakes_saysSo()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate awaited = new Gate();
            executor.Spawn(new Caller(() => executor.Detach(awaited.Home.Handle)));
            Expect.Message(
                "The future given to BlockOn was taken out by a task or a hook before it was ready;",
                () => executor.BlockOn(awaited));
            Assert.AreEqual(0, awaited.Cancels, "it was not cancelled");
        }

        [TestMethod]
        public void BlockOn_whoseSlotGoesToAnother_isNotConfused()
        {
            // The awaited future is ready and its slot is taken by another task in the same batch.
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate later = new Gate();
            executor.Spawn(new Caller(() => { }));
            Assert.IsTrue(executor.BlockOn(new Caller(() => executor.Spawn(later))), "ready");
            Assert.AreEqual(1, executor.TaskCount, "the other one is there");
        }

        [TestMethod]
        public void Stop_byTheLastTask_isSpentByItsRun()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new Caller(executor.Stop));
            executor.Run();
            Assert.AreEqual(ExecutorState.Stopped, executor.State, "it was stopped as it ended");
            Gate gate = new Gate();
            gate.IsOpen = true;
            executor.Spawn(gate);
            executor.Run();
            Assert.AreEqual(1, gate.Polls, "the next run polls");
        }

        [TestMethod]
        public void Stop_byWhatBlockOnWaitsFor_isSpentByItsRun()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Assert.IsTrue(executor.BlockOn(new Caller(executor.Stop)), "it was ready");
            Assert.IsTrue(executor.BlockOn(new Caller(() => { })), "and so is the next, which nobody stopped");
        }

        [TestMethod]
        public void Fault_withoutAHandler_isWrittenOutAndEndsTheRunWithAnError()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            executor.Spawn(new Caller(() => { }));
            long handle = executor.Spawn(new Thrower(1));
            Expect.Message("Only tasks that threw are left, 1 of them,", executor.Run);
            Assert.IsTrue(
                machine.Faults.IndexOf("Task " + handle.ToString() + " (Thrower) threw InvalidOperationException: ") >= 0,
                "which task and what: " + machine.Faults);
            executor.Run();
            Assert.AreEqual(1, executor.Faulted, "the next run has nothing to add to it");
        }

        [TestMethod]
        public void Fault_withAHandler_isForTheHandler()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            executor.OnFault = (e, handle, exception) => { };
            executor.Spawn(new Thrower(1));
            executor.Run();
            Assert.AreEqual("", machine.Faults, "nothing is written beside it");
        }

        [TestMethod]
        public void Fault_cancelsTheTask_soThatItHoldsNoPlaceInLine()
        {
            Executor executor = new ManualMachine().NewExecutor(3);
            Semaphore semaphore = new Semaphore(0, 1);
            executor.Spawn(new ThrowsBeside(semaphore.NewAcquire()));
            Awaiting second = new Awaiting(semaphore.NewAcquire());
            executor.Spawn(second);
            executor.RunUntilIdle();
            semaphore.Release();
            executor.RunUntilIdle();
            Assert.AreEqual(1, second.Done, "the one behind it is served");
        }

        [TestMethod]
        public void Fault_whoseCancelThrowsToo_keepsTheFirstException()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            CancelThrows task = new CancelThrows(true);
            long handle = executor.Spawn(task);
            executor.RunUntilIdle();
            Assert.AreEqual("from the poll", executor.ExceptionOf(handle).Message, "the cause, not what came of it");
        }

        [TestMethod]
        public void Abort_byATask_ofOneWhoseCancelThrows_isNotTheFaultOfTheTask()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            CancelThrows victim = new CancelThrows(false);
            long handle = executor.Spawn(victim);
            executor.RunUntilIdle();
            long reported = 0;
            executor.OnFault = (e, h, exception) => reported = h;
            bool wentOn = false;
            executor.Spawn(new Caller(() =>
            {
                executor.Abort(handle);
                wentOn = true;
            }));
            executor.RunUntilIdle();
            Assert.IsTrue(wentOn, "the task that aborted goes on");
            Assert.AreEqual(handle, reported, "the fault is that of the aborted one");
            Assert.AreEqual(0, executor.TaskCount + executor.Faulted, "whose slot is free");
        }

        [TestMethod]
        public void Abort_outsideARun_ofOneWhoseCancelThrows_throwsWithTheSlotFree()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long handle = executor.Spawn(new CancelThrows(false));
            executor.RunUntilIdle();
            Expect.Message("from Cancel", () => executor.Abort(handle));
            Assert.IsFalse(executor.IsAlive(handle), "the slot is free");
            Assert.IsFalse(executor.Abort(handle), "and there is nothing left to throw");
        }

        [TestMethod]
        public void Close_withATaskWhoseCancelThrows_closesEverythingFirst()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(3);
            Gate first = new Gate();
            Gate last = new Gate();
            executor.Spawn(first);
            executor.Spawn(new CancelThrows(false));
            executor.Spawn(last);
            executor.RunUntilIdle();
            Expect.Message("from Cancel", executor.Close);
            Assert.AreEqual(1, first.Cancels, "the task before it");
            Assert.AreEqual(1, last.Cancels, "the task behind it, in the last slot");
            Assert.AreEqual(1, machine.Parker.Closes, "and the parker");
            executor.Close();
            Assert.AreEqual(ExecutorState.Stopped, executor.State, "closed for good");
        }

        [TestMethod]
        public void Close_whileACancelSpawns_leavesNoTask()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new SpawnsInCancel(executor));
            executor.RunUntilIdle();
            Assert.ThrowsException(typeof(ObjectDisposedException), executor.Close, "it was told that it is too late");
            Assert.AreEqual(0, executor.TaskCount, "nothing lives in a closed executor");
        }

        [TestMethod]
        public void Poll_thatReturnsNeitherPendingNorReady_isAFault()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long handle = executor.Spawn(new Undecided());
            executor.RunUntilIdle();
            Assert.AreEqual(
                "Undecided.Poll returned 5; return Pending (0) or Ready (1).",
                executor.ExceptionOf(handle).Message,
                "with the type of the future");
        }

        [TestMethod]
        public void Handles_afterTwoToTheThirtyOneSpawnsInASlot_stillNameTheirTask()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Tasks.Wakers[0].Handle = (long)int.MaxValue << 10;
            long handle = executor.Spawn(new NeverFuture());
            Assert.IsTrue(handle > 0, "positive: " + handle.ToString());
            Assert.IsTrue(executor.IsAlive(handle), "it names its task");
            Assert.IsTrue(executor.Abort(handle), "and ends it");
            Assert.IsTrue(executor.BlockOn(new Caller(() => { })), "BlockOn polls what it is given");
        }

        [TestMethod]
        public void Polls_afterTwoToTheThirtyOne_goOn()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            long handle = executor.Spawn(gate);
            executor.RunUntilIdle();
            executor.Tasks.Wakers[0].Polls = int.MaxValue;
            gate.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1L + int.MaxValue, executor.PollsOf(handle), "of the task");
            Assert.AreEqual(1L + int.MaxValue, executor.Polls, "of all");
            executor.Abort(handle);
            Assert.AreEqual(1L + int.MaxValue, executor.Polls, "with those that have ended");
        }

        [TestMethod]
        public void Polls_doNotCountALateWakeOfAVacantSlot()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            long handle = executor.Spawn(gate);
            executor.RunUntilIdle();
            executor.Abort(handle);
            gate.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.Polls, "nothing was polled that is a task");
        }

        [TestMethod]
        public void PollsOf_aNewTask_doNotCountALateWakeOfTheOneBefore()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            long handle = executor.Spawn(gate);
            executor.RunUntilIdle();
            executor.Abort(handle);
            gate.Waker.Wake();
            executor.RunUntilIdle();
            handle = executor.Spawn(new Gate());
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.PollsOf(handle), "its own poll");
        }

        [TestMethod]
        public void OnIdle_isNotCalled_whenAWakeCameWhileTheClockWasRead()
        {
            WakingClock clock = new WakingClock();
            Executor executor = new Executor(2, new AnyMachine(clock, new ThreadParker()));
            Gate gate = new Gate();
            executor.Spawn(gate);
            executor.Spawn(new Delay().For(Duration.Hour));
            int calls = 0;
            executor.OnIdle = e =>
            {
                calls++;
                Assert.AreEqual(0, e.TaskCount - 1, "the task that was woken has had its poll");
                e.Stop();
            };
            clock.Wakes(executor, gate);
            executor.Run();
            Assert.AreEqual(1, calls, "only before a park");
        }

        [TestMethod]
        public void Park_thatThrows_leavesTheExecutorNotParked()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new NeverFuture());
            Expect.Message("Parked for ever", () => executor.Run());
            Assert.IsFalse(executor.Protocol.Parked, "a wake has nobody to unpark");
        }

        [TestMethod]
        public void TimeAsleep_leavesOutWhatTheIdleHookTakes()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(gate);
            executor.Timing = true;
            executor.OnIdle = e => machine.Clock.Time += 1000;
            machine.Parker.DuringPark = () =>
            {
                machine.Clock.Time += 70;
                gate.Open();
            };
            executor.Run();
            Assert.AreEqual(70L, executor.TimeAsleep, "parked, with no deadline set");
        }

        [TestMethod]
        public void Asleep_doesNotCountTheTaskBeingPolled()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new NeverFuture());
            int asleep = -1;
            executor.Spawn(new Caller(() => asleep = executor.Asleep));
            executor.RunUntilIdle();
            Assert.AreEqual(1, asleep, "the other one only");
        }

        [TestMethod]
        public void RunUntilIdle_stopped_leavesTheRestForTheNextRun()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new Caller(executor.Stop));
            Gate gate = new Gate();
            executor.Spawn(gate);
            executor.RunUntilIdle();
            Assert.AreEqual(ExecutorState.Stopped, executor.State, "stopped");
            int polls = gate.Polls;
            gate.Home.Wake();
            executor.Stop();
            executor.RunUntilIdle();
            Assert.AreEqual(polls, gate.Polls, "a stop before the run ends it at its start");
        }

        private static Exception Caught(Action action)
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                return exception;
            }

            return null;
        }

        private sealed class Caller : Future
        {
            private readonly Action _action;

            internal Caller(Action action)
            {
                _action = action;
            }

            public override Poll Poll(Waker waker)
            {
                _action();
                return Ready;
            }
        }

        /// <summary>Stands in a line and throws.</summary>
        private sealed class ThrowsBeside : Future
        {
            private readonly Future _inner;

            internal ThrowsBeside(Future inner)
            {
                _inner = inner;
            }

            public override Poll Poll(Waker waker)
            {
                _inner.Poll(waker);
                throw new InvalidOperationException("beside a lock");
            }

            public override void Cancel()
            {
                _inner.Cancel();
            }
        }

        private sealed class CancelThrows : Future
        {
            private readonly bool _pollThrows;

            internal CancelThrows(bool pollThrows)
            {
                _pollThrows = pollThrows;
            }

            public override Poll Poll(Waker waker)
            {
                if (_pollThrows)
                {
                    throw new InvalidOperationException("from the poll");
                }

                return Pending;
            }

            public override void Cancel()
            {
                throw new InvalidOperationException("from Cancel");
            }
        }

        // Opens a gate in the reading after all tasks went to sleep.
        private sealed class WakingClock : Clock
        {
            private Executor _executor;
            private Gate _gate;

            public override long Now
            {
                get
                {
                    if (_gate != null && !_executor.Protocol.NeedRun)
                    {
                        Gate gate = _gate;
                        _gate = null;
                        gate.Open();
                    }

                    return 1;
                }
            }

            internal void Wakes(Executor executor, Gate gate)
            {
                _executor = executor;
                _gate = gate;
            }
        }

        private sealed class SpawnsInCancel : Future
        {
            private readonly Executor _executor;

            internal SpawnsInCancel(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                return Pending;
            }

            public override void Cancel()
            {
                _executor.Spawn(new NeverFuture());
            }
        }

        private sealed class Undecided : Future
        {
            public override Poll Poll(Waker waker)
            {
                return (Poll)5;
            }
        }
    }
}
