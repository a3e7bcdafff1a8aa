using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class ExecutorRunTests
    {
        [TestMethod]
        public void RunUntilIdle_pollsOnlyWhatIsAwake()
        {
            Executor executor = new ManualMachine().NewExecutor(3);
            Gate first = new Gate();
            Gate second = new Gate();
            executor.Spawn(first);
            executor.Spawn(second);
            executor.RunUntilIdle();
            first.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(2, first.Polls, "polled at the start and for its wake");
            Assert.AreEqual(1, second.Polls, "polled at the start only");
        }

        [TestMethod]
        public void RunUntilIdle_severalWakesBeforeThePoll_areOnePoll()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(gate);
            executor.RunUntilIdle();
            gate.Waker.Wake();
            gate.Waker.Wake();
            gate.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(2, gate.Polls, "wakes before the poll merge");
            Assert.AreEqual(2L, executor.Wakes, "the spawn and the first of them");
        }

        [TestMethod]
        public void RunUntilIdle_returnsTheNextDeadline()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "nothing is waited for");
            executor.Spawn(new Delay().For(700));
            executor.Spawn(new Delay().For(300));
            Assert.AreEqual(300L, executor.RunUntilIdle(), "the nearer one");
            Assert.AreEqual(0, machine.Parker.Parks, "it never parks");
            machine.Clock.Time = 300;
            Assert.AreEqual(700L, executor.RunUntilIdle(), "the first has passed");
            Assert.AreEqual(1, executor.TaskCount, "and its task has ended");
        }

        [TestMethod]
        public void Run_taskThatWakesItself_runsAfterAllThatWereAwake()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(3);
            executor.Spawn(new Steps(log, "a", 3));
            executor.Spawn(new Steps(log, "b", 3));
            executor.Spawn(new Steps(log, "c", 2));
            executor.Run();
            Assert.AreEqual("abcabcab", log.Text, "taking turns, in the order of the wakes");
        }

        [TestMethod]
        public void Run_ordersTasksByTheirWakes()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(3);
            LoggingGate a = new LoggingGate(log, "a");
            LoggingGate b = new LoggingGate(log, "b");
            LoggingGate c = new LoggingGate(log, "c");
            executor.Spawn(a);
            executor.Spawn(b);
            executor.Spawn(c);
            executor.RunUntilIdle();
            log.Text = "";
            c.Waker.Wake();
            a.Waker.Wake();
            b.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual("cab", log.Text, "first woken is first polled");
        }

        [TestMethod]
        public void Run_endsWithTheLastTask()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            executor.Spawn(new Delay().For(1000));
            executor.Spawn(new ReadyFuture());
            executor.Run();
            Assert.AreEqual(1000L, machine.Clock.Time, "it slept until the deadline");
            Assert.AreEqual(0, executor.TaskCount, "all have ended");
            Assert.AreEqual(ExecutorState.Idle, executor.State, "it was not stopped");
            executor.Run();
        }

        [TestMethod]
        public void Run_faultedTaskAlone_doesNotKeepItRunning()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new Thrower(1));
            executor.OnFault = (e, h, x) => { };
            executor.Run();
            Assert.AreEqual(1, executor.Faulted, "it threw and Run ended");
        }

        [TestMethod]
        public void Stop_fromATask_endsTheRunWithoutAPark()
        {
            // A stop used to be lost here: clearing NeedRun also cleared what the stop had set, and the executor parked.
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            executor.Spawn(new Stopper(executor));
            executor.Run();
            Assert.AreEqual(0, machine.Parker.Parks, "it did not park");
            Assert.AreEqual(1, executor.TaskCount, "the task is still there");
            Assert.AreEqual(ExecutorState.Stopped, executor.State, "it says that it was stopped");
        }

        [TestMethod]
        public void Stop_beforeTheRun_isNotLost()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(gate);
            executor.Stop();
            executor.Run();
            Assert.AreEqual(0, gate.Polls, "the run ended at its start");
            executor.RunUntilIdle();
            Assert.AreEqual(1, gate.Polls, "the next one goes on");
        }

        [TestMethod]
        public void Stop_duringAPark_endsIt()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            executor.Spawn(new Gate());
            machine.Parker.DuringPark = executor.Stop;
            executor.Run();
            Assert.AreEqual(1, machine.Parker.Parks, "it parked once and came out");
        }

        [TestMethod]
        public void State_followsTheExecutor()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            StateReader reader = new StateReader(executor);
            Assert.AreEqual(ExecutorState.Idle, executor.State, "nothing to do");
            executor.Spawn(reader);
            Assert.AreEqual(ExecutorState.NeedRun, executor.State, "a task is awake");
            executor.RunUntilIdle();
            Assert.AreEqual(ExecutorState.Running, reader.InPoll, "in a poll");
            Assert.AreEqual(ExecutorState.Idle, executor.State, "all asleep");
            reader.Waker.Wake();
            Assert.AreEqual(ExecutorState.NeedRun, executor.State, "woken again");
            ExecutorState parked = ExecutorState.Stopped;
            machine.Parker.DuringPark = () =>
            {
                parked = executor.State;
                executor.Stop();
            };
            executor.Run();
            Assert.AreEqual(ExecutorState.Idle, parked, "in a park");
            Assert.AreEqual(ExecutorState.Stopped, executor.State, "stopped");
        }

        [TestMethod]
        public void Run_fromATask_isRefused()
        {
            string message = "Executor is already running: a task or another thread called Run again; "
                + "Run is not reentrant.";
            Executor executor = new ManualMachine().NewExecutor(3);
            long run = executor.Spawn(new Caller(() => executor.Run()));
            long idle = executor.Spawn(new Caller(() => executor.RunUntilIdle()));
            long block = executor.Spawn(new Caller(() => executor.BlockOn(new Gate())));
            executor.RunUntilIdle();
            Assert.AreEqual(message, executor.ExceptionOf(run).Message, "Run");
            Assert.AreEqual(message, executor.ExceptionOf(idle).Message, "RunUntilIdle");
            Assert.AreEqual(message, executor.ExceptionOf(block).Message, "BlockOn");
            Assert.AreEqual(3, executor.Faulted, "and BlockOn left nothing behind");
        }

        [TestMethod]
        public void BlockOn_runsTheOthersUntilItIsReady()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Interval ticks = new Interval(100);
            Ticker ticker = new Ticker(ticks);
            executor.Spawn(ticker);
            Assert.IsTrue(executor.BlockOn(new Delay().For(1050)), "it was not stopped");
            Assert.AreEqual(10, ticker.Ticks, "the other task ran meanwhile");
            Assert.AreEqual(1, executor.TaskCount, "and stays");
        }

        [TestMethod]
        public void BlockOn_stopped_leavesTheFuturePending()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            machine.Parker.DuringPark = executor.Stop;
            Assert.IsFalse(executor.BlockOn(gate), "stopped");
            Assert.AreEqual(1, gate.Detaches, "it was taken out");
            Assert.AreEqual(0, executor.TaskCount, "and its slot is free");
            gate.IsOpen = true;
            Assert.IsTrue(executor.BlockOn(gate), "it goes on where it was");
        }

        [TestMethod]
        public void BlockOn_futureThatThrows_throwsTheSame()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            Exception caught = null;
            try
            {
                executor.BlockOn(thrower);
            }
            catch (InvalidOperationException exception)
            {
                caught = exception;
            }

            Assert.AreSame(thrower.Exception, caught, "the exception as it was");
            Assert.AreEqual(0, executor.Faulted, "and the slot is free");
            Assert.IsTrue(executor.BlockOn(thrower), "the executor is as before");
        }

        [TestMethod]
        public void OnIdle_runsBeforeEachParkAndMayWake()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(gate);
            int calls = 0;
            executor.OnIdle = e =>
            {
                calls++;
                gate.Open();
            };
            executor.Run();
            Assert.AreEqual(1, calls, "called once");
            Assert.AreEqual(0, machine.Parker.Parks, "what it woke kept the executor from parking");
        }

        [TestMethod]
        public void TimeAsleep_isTheTimeParked()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            executor.Timing = true;
            executor.BlockOn(new Delay().For(5000));
            Assert.AreEqual(5000L, executor.TimeAsleep, "it slept all the time");
        }

        [TestMethod]
        public void Close_abortsAllAndFreesTheMachine()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Gate gate = new Gate();
            executor.Spawn(gate);
            executor.Spawn(new Thrower(1));
            executor.RunUntilIdle();
            executor.Close();
            executor.Close();
            Assert.AreEqual(1, gate.Cancels, "the pending task was cancelled");
            Assert.AreEqual(ExecutorState.Stopped, executor.State, "it is over");
            Assert.ThrowsException(typeof(ObjectDisposedException), () => executor.Spawn(gate), "Spawn after Close");
            Assert.ThrowsException(typeof(ObjectDisposedException), () => executor.Run(), "Run after Close");
            Assert.AreEqual(1, machine.Parker.Closes, "the parker was given back once");
        }

        [TestMethod]
        public void Close_whileRunning_isRefused()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            long handle = executor.Spawn(new Caller(executor.Close));
            executor.RunUntilIdle();
            Assert.AreEqual(
                "Executor is running; call Stop and let Run return before Close.",
                executor.ExceptionOf(handle).Message,
                "a task closed it");
        }

        private sealed class LoggingGate : Future
        {
            internal Waker Waker;

            private readonly Log _log;
            private readonly string _letter;

            internal LoggingGate(Log log, string letter)
            {
                _log = log;
                _letter = letter;
            }

            public override Poll Poll(Waker waker)
            {
                Waker = waker;
                _log.Add(_letter);
                return Pending;
            }
        }

        private sealed class Stopper : Future
        {
            private readonly Executor _executor;

            internal Stopper(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                _executor.Stop();
                return Pending;
            }
        }

        private sealed class StateReader : Future
        {
            internal ExecutorState InPoll;
            internal Waker Waker;

            private readonly Executor _executor;

            internal StateReader(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                Waker = waker;
                InPoll = _executor.State;
                return Pending;
            }
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

        private sealed class Ticker : Future
        {
            internal int Ticks;

            private readonly Interval _interval;

            internal Ticker(Interval interval)
            {
                _interval = interval;
            }

            public override Poll Poll(Waker waker)
            {
                while (_interval.Poll(waker) == Ready)
                {
                    Ticks++;
                }

                return Pending;
            }
        }
    }
}
