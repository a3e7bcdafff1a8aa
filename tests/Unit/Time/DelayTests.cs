using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class DelayTests
    {
        [TestMethod]
        public void For_isReadyAtItsTimeAndNotBefore()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Time = 100;
            Executor executor = machine.NewExecutor(1);
            executor.Spawn(new Delay().For(50));
            executor.RunUntilIdle();
            machine.Clock.Time = 149;
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.TaskCount, "one microsecond is missing");
            machine.Clock.Time = 150;
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "the time has passed");
        }

        [TestMethod]
        public void For_zero_isReadyAtOnce()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Step = 1000;
            Executor executor = machine.NewExecutor(1);
            executor.BlockOn(new Delay().For(0));
            Assert.AreEqual(1L, executor.Polls, "without a wait");
        }

        [TestMethod]
        public void For_onACoarseClock_isNotEarly()
        {
            // The clock shows 5000 and may have done so for almost a step: only a reading of 8000 is 2 ms later for certain.
            ManualMachine machine = new ManualMachine();
            machine.Clock.Step = 1000;
            machine.Clock.Time = 5999;
            Executor executor = machine.NewExecutor(1);
            executor.Spawn(new Delay().For(2000));
            executor.RunUntilIdle();
            machine.Clock.Time = 7998;
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.TaskCount, "1999 microseconds are not 2000");
            machine.Clock.Time = 8000;
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "the next step is certain");
        }

        [TestMethod]
        public void For_outOfRange_saysTheRange()
        {
            Delay delay = new Delay();
            string range = " microseconds; give 0 to Duration.Longest (4611686018427387904).";
            Expect.Message("Value of duration is -1" + range, () => delay.For(-1));
            Expect.Message("Value of duration is 4611686018427387905" + range, () => delay.For(Duration.Longest + 1));
            Expect.Message("Value of deadline is 9223372036854775807" + range, () => delay.Until(long.MaxValue));
            Expect.Message("Value of tolerance is -1" + range, () => delay.For(1, -1));
            Expect.Message("Value of tolerance is -1" + range, () => delay.Until(1, -1));
        }

        [TestMethod]
        public void For_theLongest_doesNotOverflow()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Time = Duration.Longest - 1;
            Executor executor = machine.NewExecutor(1);
            executor.Spawn(new Delay().For(Duration.Longest - 1));
            Assert.AreEqual((2 * (Duration.Longest - 1)), executor.RunUntilIdle(), "far but not past");
            Assert.AreEqual(1, executor.TaskCount, "it waits");
        }

        [TestMethod]
        public void Until_waitsForTheTimeOnTheClock()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Time = 500;
            Executor executor = machine.NewExecutor(1);
            executor.BlockOn(new Delay().Until(800));
            Assert.AreEqual(800L, machine.Clock.Time, "then and no later");
            executor.BlockOn(new Delay().Until(700));
            Assert.AreEqual(800L, machine.Clock.Time, "a time in the past is now");
        }

        [TestMethod]
        public void Poll_notArmed_saysWhatToCall()
        {
            string message = "Delay was polled before it was armed or after it had finished; call For or Until first.";
            Executor executor = new ManualMachine().NewExecutor(1);
            Delay delay = new Delay();
            Expect.Message(message, () => executor.BlockOn(delay));
            executor.BlockOn(delay.For(1));
            Expect.Message(message, () => executor.BlockOn(delay));
            Assert.IsTrue(executor.BlockOn(delay.For(1)), "it is as good as new");
        }

        [TestMethod]
        public void For_whilePending_isRefused()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Delay delay = new Delay();
            executor.Spawn(delay.For(10));
            executor.RunUntilIdle();
            Expect.Message(
                "Delay is still pending; let it finish or call Cancel before it is armed again.",
                () => delay.For(20));
            Assert.AreEqual(10L, executor.RunUntilIdle(), "the first arming stands");
        }

        [TestMethod]
        public void Cancel_leavesTheTimerQueue()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Delay delay = new Delay();
            long handle = executor.Spawn(delay.For(10));
            executor.RunUntilIdle();
            executor.Abort(handle);
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "no deadline is left");
            executor.BlockOn(delay.For(20));
            Assert.AreEqual(20L, machine.Clock.Time, "it can be armed again");
        }

        [TestMethod]
        public void Take_andSpawnElsewhere_keepsTheDeadline()
        {
            ManualMachine first = new ManualMachine();
            ManualMachine second = new ManualMachine();
            Executor one = first.NewExecutor(1);
            Executor two = new Executor(1, new AnyMachine(first.Clock, second.Parker));
            long handle = one.Spawn(new Delay().For(1000));
            one.RunUntilIdle();
            first.Clock.Time = 600;
            two.Spawn(one.Detach(handle));
            Assert.AreEqual(long.MaxValue, one.RunUntilIdle(), "the first executor has forgotten it");
            Assert.AreEqual(1000L, two.RunUntilIdle(), "the second keeps the same deadline");
        }

        [TestMethod]
        public void Poll_byAnotherExecutor_movesTheTimerThere()
        {
            // A future that a finished BlockOn left pending, which nobody took out.
            ManualMachine first = new ManualMachine();
            ManualMachine second = new ManualMachine();
            Executor one = first.NewExecutor(1);
            Executor two = new Executor(1, new AnyMachine(first.Clock, second.Parker));
            Delay delay = new Delay().For(1000);
            one.BlockOn(new PollOnce(delay));
            Assert.AreEqual(1000L, one.RunUntilIdle(), "it stands in the first queue");
            two.Spawn(delay);
            Assert.AreEqual(1000L, two.RunUntilIdle(), "and now in the second");
            Assert.AreEqual(long.MaxValue, one.RunUntilIdle(), "but not in the first any more");
        }

        [TestMethod]
        public void Poll_byAnotherExecutorWhileTheFirstRuns_isRefused()
        {
            ManualMachine first = new ManualMachine();
            ManualMachine second = new ManualMachine();
            Executor one = first.NewExecutor(1);
            Executor two = new Executor(1, new AnyMachine(first.Clock, second.Parker));
            Delay delay = new Delay().For(1000);
            one.BlockOn(new PollOnce(delay));
            long handle = two.Spawn(delay);
            one.Spawn(new RunsOther(two));
            one.RunUntilIdle();
            Assert.AreEqual(
                "This timer stands in the queue of another executor that is running; take the future out with "
                + "Executor.Detach on its thread before another executor polls it.",
                two.ExceptionOf(handle).Message,
                "the task was told");
            Assert.AreEqual(1000L, one.RunUntilIdle(), "and the timer is where it was");
        }

        [TestMethod]
        public void Poll_byAnotherTask_wakesTheOneBefore()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Awaiting task = new Awaiting(new Delay().For(50));
            Gate other = new Gate();
            executor.Spawn(task);
            executor.Spawn(other);
            executor.RunUntilIdle();
            task.Inner.Poll(other.Waker);
            executor.RunUntilIdle();
            Assert.AreEqual(2, task.Polls, "the waker pushed out is woken");
            machine.Clock.Time = 50;
            executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, "and is told when the time has come");
        }

        [TestMethod]
        public void Poll_anyNumberOfDelaysInOneTask_hasRoom()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Future[] delays = new Future[40];
            for (int i = 0; i < delays.Length; i++)
            {
                delays[i] = new Delay().For(((i * 17) % 40) + 1);
            }

            executor.BlockOn(new Join(delays));
            Assert.AreEqual(40L, machine.Clock.Time, "as many as its futures are, whatever the slots");
        }

        [TestMethod]
        public void Poll_spurious_isCountedAndStaysPending()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Relay relay = new Relay(new Delay().For(10));
            long handle = executor.Spawn(relay);
            executor.RunUntilIdle();
            relay.Latest.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.SpuriousPolls, "the poll found nothing to do");
            Assert.IsTrue(executor.IsAsleep(handle), "it waits on");
        }

        private sealed class PollOnce : Future
        {
            private readonly Future _future;

            internal PollOnce(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                _future.Poll(waker);
                return Ready;
            }
        }

        private sealed class RunsOther : Future
        {
            private readonly Executor _other;

            internal RunsOther(Executor other)
            {
                _other = other;
            }

            public override Poll Poll(Waker waker)
            {
                _other.RunUntilIdle();
                return Ready;
            }
        }

        private sealed class Relay : Future
        {
            internal Waker Latest;

            private readonly Future _future;

            internal Relay(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                Latest = waker;
                return _future.Poll(waker);
            }
        }
    }
}
