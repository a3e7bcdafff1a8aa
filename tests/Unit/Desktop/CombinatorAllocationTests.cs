using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Made once and used 100,000 times: combinators, cancellation, supervision and budgets allocate nothing.
    /// </summary>
    [TestClass]
    public class CombinatorAllocationTests
    {
        private const int Times = 100_000;

        private readonly Executor _executor = new ManualMachine().NewExecutor(16);

        [TestMethod]
        public void Join_allocatesNothing()
        {
            Delay delay = new Delay();
            Interval interval = new Interval(7);
            Join join = new Join(delay, interval, new Yield());
            AssertFree(() => _executor.BlockOn(Armed(join, delay)));
        }

        [TestMethod]
        public void Race_withLosersCancelled_allocatesNothing()
        {
            Delay shorter = new Delay();
            Delay longer = new Delay();
            Race race = new Race(shorter, longer);
            AssertFree(() =>
            {
                longer.For(9);
                _executor.BlockOn(Armed(race, shorter));
            });
        }

        [TestMethod]
        public void Race_withLosersKept_allocatesNothing()
        {
            Race race = new Race(Losers.Keep, new Interval(5), new Interval(7), new NeverFuture());
            AssertFree(() => _executor.BlockOn(race));
        }

        [TestMethod]
        public void TimeLimits_allocateNothing()
        {
            Delay delay = new Delay();
            WithTimeout timeout = new WithTimeout(new NeverFuture(), 3);
            WithDeadline deadline = new WithDeadline(delay);
            AssertFree(() =>
            {
                _executor.BlockOn(timeout);
                _executor.BlockOn(Armed(deadline.Until(Duration.Longest), delay));
            });
            Assert.IsTrue(timeout.TimedOut, "one timed out");
            Assert.IsFalse(deadline.TimedOut, "one did not");
        }

        [TestMethod]
        public void SequenceAndRepeat_allocateNothing()
        {
            Repeat repeat = new Repeat(new Sequence(new Interval(3), new Yield()), 2);
            AssertFree(() => _executor.BlockOn(repeat));
        }

        [TestMethod]
        public void Retry_ofReportedFailures_allocatesNothing()
        {
            Flaky flaky = new Flaky();
            Retry retry = new Retry(flaky, 3, new Backoff(5), flaky);
            AssertFree(() => _executor.BlockOn(retry));
            Assert.AreEqual(2, retry.Attempts, "every other attempt fails");
        }

        [TestMethod]
        public void Cancellation_allocatesNothing()
        {
            WithCancellation wait = new WithCancellation(new NeverFuture());
            Killer killer = new Killer(wait);
            Join join = new Join(wait, killer);
            AssertFree(() =>
            {
                wait.Clear();
                _executor.BlockOn(join);
            });
            Assert.IsTrue(wait.WasCancelled, "each time");
        }

        [TestMethod]
        public void WaitOnAToken_allocatesNothing()
        {
            CancellationTokenSource source = new CancellationTokenSource();
            CancellationWait wait = new CancellationWait();
            source.Token.Register(wait.Request);
            Race race = new Race(wait, new Yield());
            AssertFree(() => _executor.BlockOn(race));
            source.Cancel();
            _executor.BlockOn(race);
            Assert.AreEqual(0, race.Winner, "the registration holds after all these waits");
        }

        [TestMethod]
        public void SupervisionAndBudget_withoutFaults_allocateNothing()
        {
            Budget budget = new Budget(
                new Supervised(new Interval(5), RestartPolicy.AtMost(3, Duration.Second, new Backoff(1))), 0);
            AssertFree(() => _executor.BlockOn(budget));
        }

        [TestMethod]
        public void BudgetThatIsExceeded_allocatesNothing()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            int reports = 0;
            Budget budget = new Budget(new Slow(machine), 5);
            budget.OnOverrun = (whose, slot, took) => reports++;
            AssertFree(() => executor.BlockOn(budget));
            Assert.AreEqual(Times + 1, reports, "each was reported");
        }

        [TestMethod]
        public void CancelledRequests_allocateNothing()
        {
            CancellationWait wait = new CancellationWait();
            AssertFree(() =>
            {
                long task = _executor.Spawn(wait);
                _executor.RunUntilIdle();
                wait.Request();
                _executor.Abort(task);
                _executor.BlockOn(wait);
                wait.Clear();
            });
        }

        [TestMethod]
        public void Abort_allocatesNothing()
        {
            Join join = new Join(
                new Race(Losers.Keep, new Interval(5), new NeverFuture()),
                new WithTimeout(new Sequence(new NeverFuture()), 50),
                new WithCancellation(new Repeat(new NeverFuture(), 2)));
            AssertFree(() =>
            {
                long task = _executor.Spawn(join);
                _executor.RunUntilIdle();
                _executor.Abort(task);
            });
            Assert.AreEqual(0, _executor.Timers.Count, "nothing is left in the timer queue");
        }

        private static void AssertFree(Action use)
        {
            use();
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Times; i++)
            {
                use();
            }

            Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before, "bytes");
        }

        private static Future Armed(Future future, Delay delay)
        {
            delay.For(5);
            return future;
        }

        /// <summary>Takes 10 µs.</summary>
        private sealed class Slow : Future
        {
            private readonly ManualMachine _machine;

            internal Slow(ManualMachine machine)
            {
                _machine = machine;
            }

            public override Poll Poll(Waker waker)
            {
                _machine.Clock.Time += 10;
                return Ready;
            }
        }

        /// <summary>Fails every other time.</summary>
        private sealed class Flaky : Future, IAttempt
        {
            public bool Failed { get; private set; }

            public bool Rearm(long round)
            {
                return true;
            }

            public override Poll Poll(Waker waker)
            {
                Failed = !Failed;
                return Ready;
            }
        }

        /// <summary>Requests an end at its second poll.</summary>
        private sealed class Killer : Future
        {
            private readonly WithCancellation _victim;
            private readonly Yield _yield = new Yield();

            internal Killer(WithCancellation victim)
            {
                _victim = victim;
            }

            public override Poll Poll(Waker waker)
            {
                if (_yield.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _victim.Request();
                return Ready;
            }
        }
    }
}
