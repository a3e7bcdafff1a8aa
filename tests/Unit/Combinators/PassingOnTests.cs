using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// What holds for every future that wraps another: whatever becomes of its task, it reaches what it wraps, keeps
    /// nothing of its own behind, and wakes nobody who has its slot later.
    /// </summary>
    [TestClass]
    public class PassingOnTests
    {
        private const int Kinds = 9;
        private const int Deadline = 3;

        [TestMethod]
        public void Take_leavesNothingBehind()
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                EventFlags flags = new EventFlags(false);
                Executor executor = new ManualMachine().NewExecutor(2);
                long task = executor.Spawn(Wrap(kind, flags.NewWaitAny(1)));
                executor.RunUntilIdle();
                executor.Detach(task);
                ExpectSilence(executor, flags, kind);
            }
        }

        [TestMethod]
        public void Abort_leavesNothingBehind()
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                EventFlags flags = new EventFlags(false);
                Executor executor = new ManualMachine().NewExecutor(2);
                long task = executor.Spawn(Wrap(kind, flags.NewWaitAny(1)));
                executor.RunUntilIdle();
                executor.Abort(task);
                Assert.AreEqual(0, flags.Waiting, "nobody waits any more" + Of(kind));
                ExpectSilence(executor, flags, kind);
            }
        }

        [TestMethod]
        public void Ready_leavesNothingBehind()
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                EventFlags flags = new EventFlags(false);
                Executor executor = new ManualMachine().NewExecutor(2);
                long task = executor.Spawn(Wrap(kind, flags.NewWaitAny(1)));
                executor.RunUntilIdle();
                flags.Set(1);
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(task), "ready with what it wraps" + Of(kind));
                ExpectSilence(executor, flags, kind);
            }
        }

        [TestMethod]
        public void Take_andSpawnedElsewhere_goesOn()
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                EventFlags flags = new EventFlags(false);
                Executor executor = new ManualMachine().NewExecutor(2);
                Executor other = new ManualMachine().NewExecutor(2);
                long task = executor.Spawn(Wrap(kind, flags.NewWaitAny(1)));
                executor.RunUntilIdle();
                task = other.Spawn(executor.Detach(task));
                other.RunUntilIdle();
                Assert.IsTrue(other.IsAsleep(task), "there is still nothing for it" + Of(kind));
                flags.Set(1);
                other.RunUntilIdle();
                Assert.IsFalse(other.IsAlive(task), "it was woken where it is now" + Of(kind));
            }
        }

        [TestMethod]
        public void Poll_byALaterTask_goesOnThere()
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                EventFlags flags = new EventFlags(false);
                Executor executor = new ManualMachine().NewExecutor(3);
                Future wrapped = Wrap(kind, flags.NewWaitAny(1));
                executor.Spawn(new NeverFuture());
                executor.BlockOn(new PolledOnce(wrapped));
                executor.Spawn(new NeverFuture());
                long task = executor.Spawn(wrapped);
                executor.RunUntilIdle();
                Assert.IsTrue(executor.IsAsleep(task), "there is still nothing for it" + Of(kind));
                flags.Set(1);
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(task), "the task that polled it last was woken" + Of(kind));
            }
        }

        [TestMethod]
        public void Abort_inTheSecondUse_reachesTheFuture()
        {
            for (int kind = 0; kind < Kinds; kind++)
            {
                if (kind == Deadline)
                {
                    // It has to be armed for each use.
                    continue;
                }

                EventFlags flags = new EventFlags(true);
                Executor executor = new ManualMachine().NewExecutor(2);
                Awaiting twice = new Awaiting(Wrap(kind, flags.NewWaitAny(1)), 2);
                long task = executor.Spawn(twice);
                executor.RunUntilIdle();
                flags.Set(1);
                executor.RunUntilIdle();
                Assert.AreEqual(1, twice.Done, "the first use is over" + Of(kind));
                Assert.AreEqual(1, flags.Waiting, "the second waits" + Of(kind));
                executor.Abort(task);
                Assert.AreEqual(0, flags.Waiting, "and is cancelled like the first" + Of(kind));
                ExpectSilence(executor, flags, kind);
            }
        }

        [TestMethod]
        public void Fault_thatIsCaught_leavesNothingPending()
        {
            // A task that handles the exception itself: nobody cancels what it has polled but the combinator.
            for (int kind = 0; kind < 4; kind++)
            {
                EventFlags flags = new EventFlags(false);
                Future sibling = flags.NewWaitAny(1);
                Thrower thrower = new Thrower(1);
                Catching task = new Catching(WrapBoth(kind, sibling, thrower));
                Executor executor = new ManualMachine().NewExecutor(2);
                executor.BlockOn(task);
                Assert.AreSame(thrower.Exception, task.Caught, "it came out as it is" + Of(kind));
                Assert.AreEqual(0, flags.Waiting, "what was pending is cancelled" + Of(kind));
                ExpectSilence(executor, flags, kind);
            }
        }

        private static Future Wrap(int kind, Future future)
        {
            switch (kind)
            {
                case 0:
                    return new Join(future);
                case 1:
                    return new Race(future, new NeverFuture());
                case 2:
                    return new WithTimeout(future, 1000);
                case Deadline:
                    return new WithDeadline(future).Until(1000);
                case 4:
                    return new WithCancellation(future);
                case 5:
                    return new Retry(future, 2, new Backoff(10));
                case 6:
                    return new Supervised(future, RestartPolicy.Always(null));
                case 7:
                    return new Budget(future, 1000);
                default:
                    return new Join(new Race(Losers.Keep, new NeverFuture(), new WithTimeout(future, 1000)));
            }
        }

        private static Future WrapBoth(int kind, Future sibling, Future thrower)
        {
            switch (kind)
            {
                case 0:
                    return new Join(sibling, thrower);
                case 1:
                    return new Race(sibling, thrower);
                case 2:
                    return new WithTimeout(new PollsBoth(sibling, thrower), 1000);
                default:
                    return new WithCancellation(new PollsBoth(sibling, thrower));
            }
        }

        private static void ExpectSilence(Executor executor, EventFlags flags, int kind)
        {
            Assert.AreEqual(long.MaxValue, executor.RunUntilIdle(), "no timer is left" + Of(kind));
            Bystanders bystanders = new Bystanders(executor);
            flags.Clear(1);
            flags.Set(1);
            Assert.AreEqual(0L, bystanders.Polls, "the slots are those of other tasks now" + Of(kind));
        }

        private static string Of(int kind)
        {
            return ", kind " + kind.ToString();
        }

        /// <summary>Polls a future once and keeps what it throws.</summary>
        private sealed class Catching : Future
        {
            internal Exception Caught;

            private readonly Future _future;

            internal Catching(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                try
                {
                    return _future.Poll(waker);
                }
                catch (Exception exception)
                {
                    Caught = exception;
                    return Ready;
                }
            }
        }

        /// <summary>Polls two futures one after the other and cancels the first with itself.</summary>
        private sealed class PollsBoth : Future
        {
            private readonly Future _first;
            private readonly Future _second;

            internal PollsBoth(Future first, Future second)
            {
                _first = first;
                _second = second;
            }

            public override Poll Poll(Waker waker)
            {
                _first.Poll(waker);
                return _second.Poll(waker);
            }

            public override void Cancel()
            {
                _first.Cancel();
            }
        }
    }
}
