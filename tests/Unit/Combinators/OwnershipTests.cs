using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>A combinator has its children while it waits for them: before and after, others may.</summary>
    [TestClass]
    public class OwnershipTests
    {
        // Made anew by each test. Static, as nanoFramework calls tests without an object.
        private static Executor _executor;
        private static Gate _gate;

        [TestMethod]
        public void Children_beforeTheFirstPoll_areLeftAlone()
        {
            Begin();
            foreach (Future future in All())
            {
                future.Cancel();
                future.Detach();
                Assert.AreEqual(0, _gate.Cancels + _gate.Detaches, "not its own yet: " + future.GetType().Name);
            }
        }

        [TestMethod]
        public void Children_onceItIsReady_areLeftAlone()
        {
            Begin();
            foreach (Future future in All())
            {
                long task = _executor.Spawn(future);
                _executor.RunUntilIdle();
                _gate.Open();
                _executor.RunUntilIdle();
                Assert.IsFalse(_executor.IsAlive(task), "it was ready: " + future.GetType().Name);
                _gate.IsOpen = false;
                future.Cancel();
                future.Detach();
                Assert.AreEqual(0, _gate.Cancels + _gate.Detaches, "no longer its own: " + future.GetType().Name);
            }
        }

        [TestMethod]
        public void Children_onceItWasCancelled_areLeftAlone()
        {
            Begin();
            foreach (Future future in All())
            {
                _gate.Cancels = 0;
                long task = _executor.Spawn(future);
                _executor.RunUntilIdle();
                _executor.Abort(task);
                Assert.AreEqual(1, _gate.Cancels, "it waited for it: " + future.GetType().Name);
                future.Cancel();
                future.Detach();
                Assert.AreEqual(1, _gate.Cancels + _gate.Detaches, "no longer its own: " + future.GetType().Name);
            }
        }

        [TestMethod]
        public void Children_whileItWaits_areDetachedWithIt()
        {
            Begin();
            foreach (Future future in All())
            {
                _gate.Detaches = 0;
                long task = _executor.Spawn(future);
                _executor.RunUntilIdle();
                _executor.Detach(task);
                Assert.AreEqual(1, _gate.Detaches, "it waits for it: " + future.GetType().Name);
                future.Cancel();
            }
        }

        [TestMethod]
        public void Loser_thatAnotherTaskAwaitsNow_isNotCancelledByItsRace()
        {
            Begin();
            Semaphore semaphore = new Semaphore(0, 1);
            SemaphoreAcquire loser = semaphore.NewAcquire();
            Race race = new Race(new ReadyFuture(), loser);
            _executor.BlockOn(race);
            long task = _executor.Spawn(loser);
            _executor.RunUntilIdle();
            race.Cancel(1);
            semaphore.Release();
            _executor.RunUntilIdle();
            Assert.IsFalse(_executor.IsAlive(task), "it stands in line for its new task");
        }

        [TestMethod]
        public void ChildOfABudget_thatAnotherTaskAwaitsNow_isNotCancelledByIt()
        {
            Begin();
            Semaphore semaphore = new Semaphore(1, 1);
            SemaphoreAcquire acquire = semaphore.NewAcquire();
            Budget budget = new Budget(acquire, 1000);
            _executor.BlockOn(budget);
            long task = _executor.Spawn(acquire);
            _executor.RunUntilIdle();
            budget.Cancel();
            semaphore.Release();
            _executor.RunUntilIdle();
            Assert.IsFalse(_executor.IsAlive(task), "it stands in line for its new task");
        }

        [TestMethod]
        public void ChildOfASequence_thatAnotherTaskAwaits_isNotDetachedByIt()
        {
            Begin();
            Semaphore semaphore = new Semaphore(0, 1);
            SemaphoreAcquire acquire = semaphore.NewAcquire();
            long task = _executor.Spawn(acquire);
            _executor.RunUntilIdle();
            new Sequence(acquire, new Gate()).Detach();
            semaphore.Release();
            _executor.RunUntilIdle();
            Assert.IsFalse(_executor.IsAlive(task), "its task still hears of it");
        }

        private static void Begin()
        {
            _executor = new ManualMachine().NewExecutor(2);
            _gate = new Gate();
        }

        private static Future[] All()
        {
            return new Future[]
            {
                new Join(_gate),
                new Race(_gate),
                new Sequence(_gate),
                new Repeat(_gate, 1),
                new Retry(_gate, 1, new Backoff(0)),
                new WithTimeout(_gate, 1000),
                new WithDeadlineAgain(_gate),
                new WithCancellation(_gate),
                new Supervised(_gate, RestartPolicy.Never),
                new Budget(_gate, 1000),
            };
        }

        /// <summary>A deadline that is armed whenever it is not.</summary>
        private sealed class WithDeadlineAgain : Future
        {
            private readonly WithDeadline _limited;
            private bool _running;

            internal WithDeadlineAgain(Future future)
            {
                _limited = new WithDeadline(future);
            }

            public override Poll Poll(Waker waker)
            {
                if (!_running)
                {
                    _limited.Until(1000);
                    _running = true;
                }

                Poll result = _limited.Poll(waker);
                _running = result == Pending;
                return result;
            }

            public override void Cancel()
            {
                _running = false;
                _limited.Cancel();
            }

            public override void Detach()
            {
                _limited.Detach();
            }
        }
    }
}
