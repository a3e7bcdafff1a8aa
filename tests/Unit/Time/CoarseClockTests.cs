using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// A clock that steps by 10 ms may have shown its time for almost a step: whatever waits for a duration waits for a
    /// reading at which that has passed for certain, and whatever measures one counts what has passed for certain.
    /// </summary>
    [TestClass]
    public class CoarseClockTests
    {
        private const long Step = 10 * Duration.Millisecond;
        private const long Time = 10 * Duration.Millisecond;

        // Just after a step of the clock, in its middle, and just before the next.
        private static readonly long[] _starts = new long[] { 0, 4321, 9897, 9999 };

        [TestMethod]
        public void Delay_isNotEarly()
        {
            foreach (long start in _starts)
            {
                ExpectNotEarly(new Delay().For(Time), start);
            }
        }

        [TestMethod]
        public void Interval_firstTick_isNotEarly()
        {
            foreach (long start in _starts)
            {
                ExpectNotEarly(new Interval(Time), start);
                ExpectNotEarly(new Interval(Time, MissedTickBehavior.Burst), start);
            }
        }

        [TestMethod]
        public void Interval_laterTicks_areNotEarly()
        {
            foreach (long start in _starts)
            {
                ManualMachine machine = NewMachine(start);
                Executor executor = machine.NewExecutor(1);
                Awaiting task = new Awaiting(new Interval(Time), 20);
                executor.Spawn(task);
                executor.RunUntilIdle();
                while (task.Done < 20)
                {
                    machine.Clock.Time += 997;
                    executor.RunUntilIdle();
                    Assert.IsTrue(
                        machine.Clock.Time - start >= task.Done * Time,
                        task.Done.ToString() + " ticks after " + (machine.Clock.Time - start).ToString());
                }
            }
        }

        [TestMethod]
        public void WithTimeout_isNotEarly()
        {
            foreach (long start in _starts)
            {
                ExpectNotEarly(new WithTimeout(new NeverFuture(), Time), start);
            }
        }

        [TestMethod]
        public void Retry_pause_isNotShort()
        {
            foreach (long start in _starts)
            {
                ExpectNotEarly(new Retry(new Thrower(1), 2, new Backoff(Time)), start);
            }
        }

        [TestMethod]
        public void Supervised_pause_isNotShort()
        {
            foreach (long start in _starts)
            {
                ExpectNotEarly(new Supervised(new Thrower(1), RestartPolicy.Always(new Backoff(Time))), start);
            }
        }

        [TestMethod]
        public void Debounced_levelThatLastsLessThanItsTime_isNotSettled()
        {
            foreach (long start in _starts)
            {
                TestPin pin = new TestPin();
                Debounced debounced = new Debounced(pin, Time);
                pin.Set(true);
                ExpectNotEarly(debounced, start);
            }
        }

        [TestMethod]
        public void Supervised_window_isNotOverEarly()
        {
            ManualMachine machine = NewMachine(Step - 1);
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            long task = executor.Spawn(new Supervised(new ThrowsWhenOpen(gate), RestartPolicy.AtMost(1, Time, null)));
            executor.RunUntilIdle();
            gate.Open();
            executor.RunUntilIdle();
            machine.Clock.Time += 2;
            gate.Open();
            executor.RunUntilIdle();
            Assert.IsNotNull(executor.ExceptionOf(task), "the second fault came in less than a step of the clock");
        }

        [TestMethod]
        public void Supervised_window_thatIsOverForCertain_isOver()
        {
            ManualMachine machine = NewMachine(Step - 1);
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            Supervised supervised = new Supervised(new ThrowsWhenOpen(gate), RestartPolicy.AtMost(1, Time, null));
            long task = executor.Spawn(supervised);
            for (int fault = 1; fault <= 3; fault++)
            {
                executor.RunUntilIdle();
                gate.Open();
                executor.RunUntilIdle();
                Assert.IsNull(executor.ExceptionOf(task), "fault " + fault.ToString());
                machine.Clock.Time += Time + Step - 1;
            }

            Assert.AreEqual(3, supervised.Restarts, "one in each window");
        }

        [TestMethod]
        public void Supervised_runThatMayHaveBeenShort_isNoRecovery()
        {
            ManualMachine machine = NewMachine(Step - 1);
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            Backoff backoff = new Backoff(Step / 4, Step / 2);
            executor.Spawn(new Supervised(new ThrowsWhenOpen(gate), RestartPolicy.Always(backoff)));
            executor.RunUntilIdle();
            gate.Open();
            executor.RunUntilIdle();
            machine.Clock.Time += 2 * Step;
            executor.RunUntilIdle();
            machine.Clock.Time += Step - (machine.Clock.Time % Step) - 1;
            gate.Open();
            long shown = machine.Clock.Now;
            machine.Clock.Time += 1;
            long deadline = executor.RunUntilIdle();
            Assert.AreEqual(
                shown + Step + (Step / 2) + Step - 1, deadline, "the second pause, as the run took a step or almost nothing");
        }

        [TestMethod]
        public void Budget_pollThatMayHaveBeenShort_isNoOverrun()
        {
            ManualMachine machine = NewMachine(Step - 1);
            Budget budget = new Budget(new Takes(machine, 2), 100);
            Executor executor = machine.NewExecutor(1);
            executor.BlockOn(budget);
            Assert.AreEqual(0, budget.Overruns, "2 microseconds, though the clock went on by a step");
            budget = new Budget(new Takes(machine, 100 + (2 * Step)), 100);
            executor.BlockOn(budget);
            Assert.AreEqual(1, budget.Overruns, "longer than the limit, whatever the clock was hiding");
        }

        private static ManualMachine NewMachine(long time)
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Step = Step;
            machine.Clock.Time = time;
            return machine;
        }

        // Ready after its time at the earliest, and two steps of the clock later at the latest.
        private static void ExpectNotEarly(Future future, long start)
        {
            ManualMachine machine = NewMachine(start);
            Executor executor = machine.NewExecutor(1);
            long task = executor.Spawn(future);
            executor.RunUntilIdle();
            while (executor.IsAlive(task))
            {
                Assert.IsTrue(machine.Clock.Time - start < Time + (2 * Step), "it is ready at all");
                machine.Clock.Time += UntilNextLook(machine.Clock.Time);
                executor.RunUntilIdle();
            }

            long passed = machine.Clock.Time - start;
            Assert.IsTrue(passed >= Time, "ready after " + passed.ToString() + ", begun at " + start.ToString());
        }

        // The executor sees another time only where the clock steps: just before that, and there.
        private static long UntilNextLook(long time)
        {
            long left = Step - (time % Step);
            return left > 1 ? left - 1 : left;
        }

        private sealed class ThrowsWhenOpen : Future
        {
            private readonly Gate _gate;

            internal ThrowsWhenOpen(Gate gate)
            {
                _gate = gate;
            }

            public override Poll Poll(Waker waker)
            {
                if (_gate.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _gate.IsOpen = false;
                throw new System.InvalidOperationException("thrown by a test");
            }
        }

        private sealed class Takes : Future
        {
            private readonly ManualMachine _machine;
            private readonly long _time;

            internal Takes(ManualMachine machine, long time)
            {
                _machine = machine;
                _time = time;
            }

            public override Poll Poll(Waker waker)
            {
                _machine.Clock.Time += _time;
                return Ready;
            }
        }
    }
}
