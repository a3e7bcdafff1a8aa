using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class TimeLimitTests
    {
        [TestMethod]
        public void WithTimeout_futureInTime_isReadyWithIt()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            WithTimeout timeout = new WithTimeout(new Delay().For(10), 100);
            executor.BlockOn(timeout);
            Assert.AreEqual(10L, machine.Clock.Time, "as soon as the future");
            Assert.IsFalse(timeout.TimedOut, "it was in time");
            Assert.AreEqual(0, executor.Timers.Count, "nothing is left in the timer queue");
            Assert.AreEqual(0L, executor.SpuriousPolls, "and nothing was polled in vain");
        }

        [TestMethod]
        public void WithTimeout_futureTooLate_saysSoAndCancelsIt()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 100);
            executor.BlockOn(timeout);
            Assert.AreEqual(100L, machine.Clock.Time, "when the time was up");
            Assert.IsTrue(timeout.TimedOut, "and it says so");
            Assert.AreEqual(1, gate.Cancels, "the future was given up");
        }

        [TestMethod]
        public void WithTimeout_bothAtOnce_takesWhatHasCome()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 100);
            executor.Spawn(timeout);
            executor.RunUntilIdle();
            machine.Clock.Time = 100;
            gate.IsOpen = true;
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "it is ready");
            Assert.IsFalse(timeout.TimedOut, "what came at the last moment is not thrown away");
            Assert.AreEqual(0, gate.Cancels, "and not cancelled");
        }

        [TestMethod]
        public void WithTimeout_zero_givesOneChance()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 0);
            executor.BlockOn(timeout);
            Assert.IsTrue(timeout.TimedOut, "it was not ready");
            Assert.AreEqual(1, gate.Polls, "at its only poll");
            gate.IsOpen = true;
            executor.BlockOn(timeout);
            Assert.IsFalse(timeout.TimedOut, "it was ready");
        }

        [TestMethod]
        public void WithTimeout_timeRunsFromEachFirstPoll()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            WithTimeout timeout = new WithTimeout(new Gate(), 100);
            for (int i = 1; i <= 10; i++)
            {
                executor.BlockOn(timeout);
                Assert.AreEqual(100L * i, machine.Clock.Time, "a whole time again");
            }

            timeout.For(7);
            executor.BlockOn(timeout);
            Assert.AreEqual(1007L, machine.Clock.Time, "with another limit");
        }

        [TestMethod]
        public void WithTimeout_coarseClock_isNeverEarly()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Step = 1000;
            machine.Clock.Time = 999;
            Executor executor = machine.NewExecutor(1);
            executor.Spawn(new WithTimeout(new Gate(), 1000));
            Assert.AreEqual(1999L, executor.RunUntilIdle(), "the clock said 0 when it was 999");
        }

        [TestMethod]
        public void WithTimeout_wokenForNothing_keepsItsTime()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(new WithTimeout(gate, 100));
            executor.RunUntilIdle();
            machine.Clock.Time = 60;
            gate.Waker.Wake();
            Assert.AreEqual(100L, executor.RunUntilIdle(), "the deadline stands");
            Assert.AreEqual(2, gate.Polls, "the future was asked");
        }

        [TestMethod]
        public void WithTimeout_cancelled_cancelsTheFutureAndForgetsTheTime()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 100);
            long task = executor.Spawn(timeout);
            executor.RunUntilIdle();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "the future was pending");
            Assert.AreEqual(0, executor.Timers.Count, "the queue is empty");
            machine.Clock.Time = 90;
            executor.BlockOn(timeout);
            Assert.AreEqual(190L, machine.Clock.Time, "the time runs anew");
        }

        [TestMethod]
        public void WithTimeout_cancelledAfterItsTimeCame_beginsAnew()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 100);
            Killer killer = new Killer(executor);
            executor.Spawn(killer);
            killer.Victim = executor.Spawn(timeout);
            executor.RunUntilIdle();
            machine.Clock.Time = 100;
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "aborted between the wake and its poll");
            Assert.AreEqual(1, gate.Cancels, "the future was pending");
            executor.BlockOn(timeout);
            Assert.AreEqual(200L, machine.Clock.Time, "that time was up before is forgotten");
        }

        [TestMethod]
        public void WithTimeout_futureThatThrows_leavesTheQueue()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            Thrower thrower = new Thrower(1);
            WithTimeout timeout = new WithTimeout(new Sequence(gate, thrower), 100);
            long task = executor.Spawn(timeout);
            executor.RunUntilIdle();
            gate.Open();
            executor.RunUntilIdle();
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(task), "it came out as it is");
            Assert.AreEqual(0, executor.Timers.Count, "the queue is empty");
            executor.Restart(task);
            executor.RunUntilIdle();
            Assert.IsFalse(timeout.TimedOut, "it is fit for another use");
            Assert.IsFalse(executor.IsAlive(task), "and ready");
        }

        [TestMethod]
        public void WithTimeout_polledByAnotherTask_wakesTheOneBefore()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            WithTimeout timeout = new WithTimeout(new NeverFuture(), 100);
            Awaiting task = new Awaiting(timeout);
            Gate other = new Gate();
            executor.Spawn(task);
            executor.Spawn(other);
            executor.RunUntilIdle();
            timeout.Poll(other.Waker);
            executor.RunUntilIdle();
            Assert.AreEqual(2, task.Polls, "its timer has the waker of another, so it is woken");
            machine.Clock.Time = 100;
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, "and told when the time was up");
        }

        [TestMethod]
        public void WithTimeout_polledByAnotherTask_isNotOver()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 100);
            executor.Spawn(new Awaiting(timeout));
            Gate other = new Gate();
            executor.Spawn(other);
            executor.RunUntilIdle();
            Assert.IsTrue(timeout.Poll(other.Waker) == Poll.Pending, "there is time left");
            Assert.IsFalse(timeout.TimedOut, "so it does not say anything else");
            Assert.AreEqual(0, gate.Cancels, "and gives nothing up");
        }

        [TestMethod]
        public void WithTimeout_inAJoin_wokenForNothing_isPolledOnce()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 100);
            executor.Spawn(new Join(timeout, new Gate()));
            executor.RunUntilIdle();
            gate.Waker.Wake();
            Assert.AreEqual(100L, executor.RunUntilIdle(), "its time stands");
            Assert.AreEqual(2, gate.Polls, "one poll for one wake");
            machine.Clock.Time = 100;
            executor.RunUntilIdle();
            Assert.IsTrue(timeout.TimedOut, "and is kept");
        }

        [TestMethod]
        public void WithTimeout_inAJoin_polledByAnotherExecutor_movesItsTimeThere()
        {
            ManualMachine first = new ManualMachine();
            ManualMachine second = new ManualMachine();
            Executor one = first.NewExecutor(2);
            Executor two = second.NewExecutor(2);
            WithTimeout timeout = new WithTimeout(new NeverFuture(), 100);
            Join join = new Join(timeout, new NeverFuture());

            // Polled by a task that ends without it, then by one of another executor: nobody has detached it.
            one.BlockOn(new PolledOnce(join));
            Assert.AreEqual(100L, one.RunUntilIdle(), "its time counts in the first");
            two.Spawn(join);
            Assert.AreEqual(100L, two.RunUntilIdle(), "and now in the second");
            Assert.AreEqual(long.MaxValue, one.RunUntilIdle(), "and there alone");
            second.Clock.Time = 100;
            two.RunUntilIdle();
            Assert.IsTrue(timeout.TimedOut, "where it is kept");
        }

        [TestMethod]
        public void TimedOut_isOfTheLatestWait()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            WithTimeout timeout = new WithTimeout(gate, 100);
            executor.BlockOn(timeout);
            Assert.IsTrue(timeout.TimedOut, "the first");
            executor.Spawn(timeout);
            executor.RunUntilIdle();
            Assert.IsFalse(timeout.TimedOut, "the second has time left");
        }

        [TestMethod]
        public void WithTimeout_takenToAnotherExecutor_keepsItsTime()
        {
            ManualMachine first = new ManualMachine();
            ManualMachine second = new ManualMachine();
            Executor one = first.NewExecutor(2);
            Executor two = second.NewExecutor(2);
            Delay delay = new Delay().For(500);
            WithTimeout timeout = new WithTimeout(delay, 100);
            long task = one.Spawn(timeout);
            one.RunUntilIdle();
            two.Spawn(one.Detach(task));
            Assert.AreEqual(0, one.Timers.Count, "nothing is left behind");
            Assert.AreEqual(100L, two.RunUntilIdle(), "the deadline went along");
            two.Run();
            Assert.IsTrue(timeout.TimedOut, "and was kept");
            Assert.AreEqual(0, two.Timers.Count, "the delay was cancelled");
        }

        [TestMethod]
        public void WithDeadline_isKeptOnTheClock()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Time = 30;
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            WithDeadline deadline = new WithDeadline(gate);
            executor.BlockOn(deadline.Until(100));
            Assert.AreEqual(100L, machine.Clock.Time, "not later than asked and not earlier");
            Assert.IsTrue(deadline.TimedOut, "it says so");
            Assert.AreEqual(1, gate.Cancels, "the future was given up");
            gate.IsOpen = true;
            executor.BlockOn(deadline.Until(200));
            Assert.IsFalse(deadline.TimedOut, "it was in time");
        }

        [TestMethod]
        public void WithDeadline_inThePast_givesOneChance()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Time = 500;
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            WithDeadline deadline = new WithDeadline(gate);
            executor.BlockOn(deadline.Until(499));
            Assert.IsTrue(deadline.TimedOut, "the time had passed");
            Assert.AreEqual(1, gate.Polls, "and it was asked once");
        }

        [TestMethod]
        public void WithDeadline_cancelledAfterItsTimeCame_hasToBeArmedAgain()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            WithDeadline deadline = new WithDeadline(gate);
            long task = executor.Spawn(deadline.Until(100));
            executor.RunUntilIdle();
            machine.Clock.Time = 100;
            gate.Open();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "woken and not polled");
            Assert.IsFalse(deadline.TimedOut, "nobody has looked at the time");
            Assert.AreEqual(0, executor.Timers.Count, "its timer goes");
            executor.BlockOn(deadline.Until(300));
            Assert.IsFalse(deadline.TimedOut, "armed again it is in time");
        }

        [TestMethod]
        public void WithDeadline_notArmed_saysSo()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            WithDeadline deadline = new WithDeadline(new ReadyFuture());
            const string Message = "WithDeadline was polled before it was armed or after it had finished; call Until first.";
            Expect.Message(Message, () => executor.BlockOn(deadline));
            executor.BlockOn(deadline.Until(5));
            Expect.Message(Message, () => executor.BlockOn(deadline));
            deadline.Until(5).Cancel();
            Expect.Message(Message, () => executor.BlockOn(deadline));
        }

        [TestMethod]
        public void WithDeadline_armedWhilePending_saysSo()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            WithDeadline deadline = new WithDeadline(new Gate());
            executor.Spawn(deadline.Until(5));
            executor.RunUntilIdle();
            Expect.Message(
                "WithDeadline is still pending; let it finish or call Cancel before it is armed again.",
                () => deadline.Until(9));
            deadline.Cancel();
            deadline.Until(9);
        }

        [TestMethod]
        public void Limits_outOfRange_areRefused()
        {
            Gate gate = new Gate();
            Expect.Message(
                "Value of limit is -1 microseconds; give 0 to Duration.Longest (4611686018427387904).",
                () => new WithTimeout(gate, -1));
            Expect.Message(
                "Value of deadline is -5 microseconds; give 0 to Duration.Longest (4611686018427387904).",
                () => new WithDeadline(gate).Until(-5));
            Expect.Message(
                "Value of limit is 4611686018427387905 microseconds",
                () => new WithTimeout(gate, 1).For(Duration.Longest + 1));
            Expect.Message(
                "Value of deadline is 4611686018427387905 microseconds",
                () => new WithDeadline(gate).Until(Duration.Longest + 1));
            Expect.Message("A combinator needs a future to wait for; null was given.", () => new WithTimeout(null, 1));
            Expect.Message("A combinator needs a future to wait for; null was given.", () => new WithDeadline(null));
        }

        [TestMethod]
        public void Limits_asLongAsTheyMayBe_areKept()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate gate = new Gate();
            executor.Spawn(new WithDeadline(gate).Until(Duration.Longest));
            Assert.AreEqual(Duration.Longest, executor.RunUntilIdle(), "the last deadline there is");
            gate.Open();
            executor.RunUntilIdle();
            gate.IsOpen = false;
            executor.Spawn(new WithTimeout(gate, Duration.Longest));
            Assert.AreEqual(Duration.Longest, executor.RunUntilIdle(), "the longest wait from the clock's beginning");
        }

        /// <summary>Aborts another task when its own time comes, which is the same.</summary>
        private sealed class Killer : Future
        {
            internal long Victim;

            private readonly Executor _executor;
            private readonly Delay _delay = new Delay().For(100);

            internal Killer(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _executor.Abort(Victim);
                return Ready;
            }
        }
    }
}
