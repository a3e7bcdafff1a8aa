using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>Something to which futures listen, in a state in which nothing is there for them.</summary>
    internal abstract class ListenCase
    {
        /// <summary>The same anew.</summary>
        internal abstract ListenCase Again();

        internal abstract ListeningFuture NewWait();

        /// <summary>Lets all that wait go on.</summary>
        internal abstract void Give();
    }

    /// <summary>
    /// What holds for every future that listens: it can be cancelled wherever it pends, and does not keep the others
    /// from going on.
    /// </summary>
    internal sealed class ListenChecks
    {
        private readonly Executor _executor = new ManualMachine().NewExecutor(4);
        private readonly ListenCase _case;
        private readonly Awaiting _a;
        private readonly Awaiting _b;
        private long _handleA;
        private long _handleB;

        private ListenChecks(ListenCase listenCase)
        {
            _case = listenCase;
            _a = new Awaiting(listenCase.NewWait());
            _b = new Awaiting(listenCase.NewWait());
        }

        internal static void All(ListenCase listenCase)
        {
            Give_wakesAll(new ListenChecks(listenCase.Again()));
            Give_beforeThePoll(new ListenChecks(listenCase.Again()));
            Cancel_beforeThePoll(new ListenChecks(listenCase.Again()));
            Cancel_waiting(new ListenChecks(listenCase.Again()));
            Cancel_woken(new ListenChecks(listenCase.Again()));
            Take_goesOnElsewhere(new ListenChecks(listenCase.Again()));
            Take_andBack_isWoken(new ListenChecks(listenCase.Again()));
            Ready_isToldNothingMore(new ListenChecks(listenCase.Again()));
            Cancel_isToldNothingMore(new ListenChecks(listenCase.Again()));
            Take_isToldNothingMore(new ListenChecks(listenCase.Again()));
            NotPolled_holdsUpNobody(new ListenChecks(listenCase.Again()));
            Poll_withoutReason_isCounted(new ListenChecks(listenCase.Again()));
            Poll_byAnotherTask_wakesTheOneBefore(new ListenChecks(listenCase.Again()));
        }

        private static void Give_wakesAll(ListenChecks t)
        {
            t.SpawnBoth();
            t._case.Give();
            t.Expect(t._a, "one of two");
            t.Expect(t._b, "and the other");
            Assert.AreEqual(0L, t._executor.SpuriousPolls, "each was polled for a reason");
        }

        private static void Give_beforeThePoll(ListenChecks t)
        {
            t._case.Give();
            t.SpawnBoth();
            t.Expect(t._a, "what is there is seen at the first poll");
            t.Expect(t._b, "by all");
        }

        private static void Cancel_beforeThePoll(ListenChecks t)
        {
            t._a.Cancel();
            t._a.Detach();
            t.SpawnBoth();
            t._case.Give();
            t.Expect(t._a, "cancelling what does not wait changes nothing");
        }

        private static void Cancel_waiting(ListenChecks t)
        {
            t.SpawnBoth();
            t._executor.Abort(t._handleA);
            Assert.IsFalse(((ListeningFuture)t._a.Inner).IsWaiting, "it waits no more");
            t._case.Give();
            t.Expect(t._b, "the other goes on");
            Assert.AreEqual(0, t._a.Done, "the one that was cancelled does not");
        }

        private static void Cancel_woken(ListenChecks t)
        {
            t.SpawnBoth();
            t._case.Give();
            t._executor.Abort(t._handleA);
            t.Expect(t._b, "the other goes on");
            Awaiting later = new Awaiting(t._a.Inner);
            t._executor.Spawn(later);
            t.Expect(later, "and what it was woken for is still there");
        }

        private static void Take_goesOnElsewhere(ListenChecks t)
        {
            t.SpawnBoth();
            t._executor.Detach(t._handleA);
            t._case.Give();
            t._executor.RunUntilIdle();
            Assert.AreEqual(0, t._a.Done, "it is away");
            Executor other = new ManualMachine().NewExecutor(1);
            other.Spawn(t._a);
            other.RunUntilIdle();
            Assert.AreEqual(1, t._a.Done, "and finds it when it is polled");
        }

        private static void Take_andBack_isWoken(ListenChecks t)
        {
            t.SpawnBoth();
            t._executor.Detach(t._handleA);
            t._executor.Spawn(t._a);
            t._executor.RunUntilIdle();
            Assert.AreEqual(0, t._a.Done, "there is still nothing for it");
            t._case.Give();
            t.Expect(t._a, "it listens again where it is now");
        }

        private static void Ready_isToldNothingMore(ListenChecks t)
        {
            t.SpawnBoth();
            t._case.Give();
            t.Expect(t._a, "it has finished");
            Assert.AreEqual(0, t._executor.TaskCount, "and so has the other");
            t.ExpectNoWake();
        }

        private static void Cancel_isToldNothingMore(ListenChecks t)
        {
            t.SpawnBoth();
            t._executor.Abort(t._handleA);
            t._executor.Abort(t._handleB);
            t.ExpectNoWake();
        }

        private static void Take_isToldNothingMore(ListenChecks t)
        {
            t.SpawnBoth();
            t._executor.Detach(t._handleA);
            t._executor.Detach(t._handleB);
            t.ExpectNoWake();
        }

        private static void NotPolled_holdsUpNobody(ListenChecks t)
        {
            Gate other = new Gate();
            t._executor.Spawn(other);
            t._executor.RunUntilIdle();
            t._a.Inner.Poll(other.Waker);
            t._executor.Spawn(t._b);
            t._executor.RunUntilIdle();
            t._case.Give();
            t.Expect(t._b, "although the first is not polled any more");
        }

        private static void Poll_withoutReason_isCounted(ListenChecks t)
        {
            t.SpawnBoth();
            Assert.AreEqual(0L, t._executor.SpuriousPolls, "each was polled once");
            t._a.Home.Wake();
            t._executor.RunUntilIdle();
            Assert.AreEqual(1L, t._executor.SpuriousPolls, "once more without a reason");
        }

        private static void Poll_byAnotherTask_wakesTheOneBefore(ListenChecks t)
        {
            t.SpawnBoth();
            int polls = t._a.Polls;
            Gate other = new Gate();
            t._executor.Spawn(other);
            t._executor.RunUntilIdle();
            t._a.Inner.Poll(other.Waker);
            t._executor.RunUntilIdle();
            Assert.AreEqual(polls + 1, t._a.Polls, "the waker pushed out is woken");
            t._case.Give();
            t.Expect(t._a, "the one that polled last is told");
        }

        private void SpawnBoth()
        {
            _handleA = _executor.Spawn(_a);
            _handleB = _executor.Spawn(_b);
            _executor.RunUntilIdle();
        }

        // Whoever has the slots now is not disturbed by what comes for those that had them before.
        private void ExpectNoWake()
        {
            Bystanders bystanders = new Bystanders(_executor);
            _case.Give();
            Assert.AreEqual(0L, bystanders.Polls, "the slots are those of other tasks now");
        }

        private void Expect(Awaiting task, string why)
        {
            _executor.RunUntilIdle();
            Assert.AreEqual(1, task.Done, why);
        }
    }
}
