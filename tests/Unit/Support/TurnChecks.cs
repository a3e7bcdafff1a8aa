using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>Something that futures wait for in line, in a state in which nothing is there for them.</summary>
    internal abstract class TurnCase
    {
        internal abstract int Waiting { get; }

        /// <summary>The same anew.</summary>
        internal abstract TurnCase Again();

        internal abstract QueuedFuture NewWait();

        /// <summary>Lets one go on.</summary>
        internal abstract void Give();

        /// <summary>Gives once more, where one that was served does not have to give back before.</summary>
        internal virtual void GiveMore()
        {
            Give();
        }

        /// <summary>Makes one that was cancelled fit for another wait.</summary>
        internal virtual void Rearm(Future wait)
        {
        }
    }

    /// <summary>
    /// What holds for every future that waits for its turn: it can be cancelled wherever it pends, those left are
    /// served in order, and nothing that was given is lost.
    /// </summary>
    internal sealed class TurnChecks
    {
        private readonly Executor _executor = new ManualMachine().NewExecutor(4);
        private readonly TurnCase _case;
        private readonly Awaiting _a;
        private readonly Awaiting _b;
        private readonly Awaiting _c;
        private long _handleA;
        private long _handleB;
        private long _handleC;

        private TurnChecks(TurnCase turnCase)
        {
            _case = turnCase;
            _a = new Awaiting(turnCase.NewWait());
            _b = new Awaiting(turnCase.NewWait());
            _c = new Awaiting(turnCase.NewWait());
        }

        internal static void All(TurnCase turnCase)
        {
            Waits_inOrder(new TurnChecks(turnCase.Again()));
            Cancel_beforeThePoll(new TurnChecks(turnCase.Again()));
            Cancel_first(new TurnChecks(turnCase.Again()));
            Cancel_middle(new TurnChecks(turnCase.Again()));
            Cancel_last(new TurnChecks(turnCase.Again()));
            Cancel_all(new TurnChecks(turnCase.Again()));
            Cancel_woken(new TurnChecks(turnCase.Again()));
            Cancel_wokenTwice(new TurnChecks(turnCase.Again()));
            Cancel_behindTheWoken(new TurnChecks(turnCase.Again()));
            Cancel_wokenAlone(new TurnChecks(turnCase.Again()));
            Cancel_detached(new TurnChecks(turnCase.Again()));
            Cancel_firstOfTwo_thatWasWoken(new TurnChecks(turnCase.Again()));
            Take_keepsThePlace(new TurnChecks(turnCase.Again()));
            Take_andBack_isWoken(new TurnChecks(turnCase.Again()));
            Take_ofAll_areServedElsewhere(new TurnChecks(turnCase.Again()));
            Take_ofTheSecond_leavesTheFirstWaiting(new TurnChecks(turnCase.Again()));
            Served_isToldNothingMore(new TurnChecks(turnCase.Again()));
            Cancel_isToldNothingMore(new TurnChecks(turnCase.Again()));
            Take_isToldNothingMore(new TurnChecks(turnCase.Again()));
            Poll_withoutReason_isCounted(new TurnChecks(turnCase.Again()));
            Poll_byAnotherTask_wakesTheOneBefore(new TurnChecks(turnCase.Again()));
            Poll_byAnotherExecutor_isRefused(new TurnChecks(turnCase.Again()));
            Throw_inLine_ofATaskThatCancelsNothing(new TurnChecks(turnCase.Again()), 0);
            Throw_inLine_ofATaskThatCancelsNothing(new TurnChecks(turnCase.Again()), 1);
            Abort_inLine_ofATaskThatCancelsNothing(new TurnChecks(turnCase.Again()), 0);
            Abort_inLine_ofATaskThatCancelsNothing(new TurnChecks(turnCase.Again()), 1);
            End_inLine_beforeAnotherThrowsInItsSlot(new TurnChecks(turnCase.Again()));
            Close_ofTheExecutor_leavesTheLine(new TurnChecks(turnCase.Again()));
        }

        private static void Waits_inOrder(TurnChecks t)
        {
            t.SpawnAll();
            Assert.AreEqual(3, t._case.Waiting, "all three wait");
            t._case.Give();
            t._executor.RunUntilIdle();
            Assert.AreEqual(1, t._a.Done, "the first to come is the first served");
        }

        private static void Cancel_beforeThePoll(TurnChecks t)
        {
            t._a.Cancel();
            t._a.Detach();
            t._case.Rearm(t._a.Inner);
            t.SpawnAll();
            t._case.Give();
            t.Expect(t._a, "cancelling what does not wait changes nothing");
        }

        private static void Cancel_first(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Abort(t._handleA);
            Assert.AreEqual(2, t._case.Waiting, "the first has left");
            t._case.Give();
            t.Expect(t._b, "the second is first now");
        }

        private static void Cancel_middle(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Abort(t._handleB);
            t._case.Give();
            t.Expect(t._a, "the first is served");
            Assert.IsFalse(((QueuedFuture)t._b.Inner).IsWaiting, "the second has left");
        }

        private static void Cancel_last(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Abort(t._handleC);
            t._case.Give();
            t.Expect(t._a, "the first is served");
            Assert.IsFalse(((QueuedFuture)t._c.Inner).IsWaiting, "the last has left");
            Assert.AreEqual(0, t._c.Done, "without what it came for");
        }

        private static void Cancel_all(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Abort(t._handleB);
            t._executor.Abort(t._handleA);
            t._executor.Abort(t._handleC);
            Assert.AreEqual(0, t._case.Waiting, "nobody waits");
            t._case.Give();
            t._case.Rearm(t._a.Inner);
            Awaiting later = new Awaiting(t._a.Inner);
            t._executor.Spawn(later);
            t.Expect(later, "what was given is there for who comes next");
        }

        private static void Cancel_woken(TurnChecks t)
        {
            t.SpawnAll();
            t._case.Give();
            t._executor.Abort(t._handleA);
            t.Expect(t._b, "woken and cancelled passes the wake on");
        }

        private static void Cancel_wokenTwice(TurnChecks t)
        {
            t.SpawnAll();
            t._case.Give();
            t._executor.Abort(t._handleA);
            t._executor.Abort(t._handleB);
            t.Expect(t._c, "and so does the next");
        }

        private static void Cancel_behindTheWoken(TurnChecks t)
        {
            t.SpawnAll();
            t._case.Give();
            t._executor.Abort(t._handleB);
            t.Expect(t._a, "who was woken goes on");
        }

        private static void Cancel_wokenAlone(TurnChecks t)
        {
            t._handleA = t._executor.Spawn(t._a);
            t._executor.RunUntilIdle();
            t._case.Give();
            t._executor.Abort(t._handleA);
            Assert.AreEqual(0, t._case.Waiting, "nobody waits");
            t._executor.Spawn(t._b);
            t.Expect(t._b, "what was given waits for who comes next");
        }

        private static void Cancel_detached(TurnChecks t)
        {
            t.SpawnAll();
            t._case.Give();
            t._executor.Detach(t._handleA);
            t._a.Cancel();
            t.Expect(t._b, "cancelled off its executor, the wake goes on");
        }

        private static void Take_keepsThePlace(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Detach(t._handleA);
            t._case.Give();
            t._executor.RunUntilIdle();
            Assert.AreEqual(0, t._b.Done, "the first in line is away and keeps its place");
            t._executor.Spawn(t._a);
            t.Expect(t._a, "and goes on when it is back");
        }

        private static void Cancel_firstOfTwo_thatWasWoken(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Abort(t._handleA);
            t._executor.Abort(t._handleC);
            t._case.Give();
            t._executor.Abort(t._handleB);
            Assert.AreEqual(0, t._case.Waiting, "nobody is left");
            t._case.Rearm(t._c.Inner);
            Awaiting later = new Awaiting(t._c.Inner);
            t._executor.Spawn(later);
            t.Expect(later, "a line that was emptied starts anew");
        }

        private static void Take_andBack_isWoken(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Detach(t._handleA);
            t._executor.Spawn(t._a);
            t._executor.RunUntilIdle();
            Assert.AreEqual(0, t._a.Done, "there is still nothing for it");
            t._case.Give();
            t.Expect(t._a, "the first in line listens again where it is now");
        }

        private static void Take_ofAll_areServedElsewhere(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Detach(t._handleA);
            t._executor.Detach(t._handleB);
            t._executor.Detach(t._handleC);
            Executor other = new ManualMachine().NewExecutor(3);
            other.Spawn(t._c);
            other.Spawn(t._b);
            other.Spawn(t._a);
            other.RunUntilIdle();
            t._case.Give();
            other.RunUntilIdle();
            Assert.AreEqual(1, t._a.Done, "the first in line, whenever it was polled there");
        }

        private static void Take_ofTheSecond_leavesTheFirstWaiting(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Detach(t._handleB);
            t._case.Give();
            t.Expect(t._a, "it has nothing to do with the second");
        }

        private static void Served_isToldNothingMore(TurnChecks t)
        {
            t._executor.Spawn(t._a);
            t._executor.RunUntilIdle();
            t._case.Give();
            t.Expect(t._a, "it was served");
            Bystanders bystanders = new Bystanders(t._executor);
            t._case.GiveMore();
            Assert.AreEqual(0L, bystanders.Polls, "its slot is that of another task now");
        }

        private static void Cancel_isToldNothingMore(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Abort(t._handleA);
            t._executor.Abort(t._handleC);
            t._executor.Abort(t._handleB);
            t.ExpectNoWake();
        }

        private static void Take_isToldNothingMore(TurnChecks t)
        {
            t.SpawnAll();
            t._executor.Detach(t._handleB);
            t._executor.Detach(t._handleA);
            t._executor.Detach(t._handleC);
            Bystanders bystanders = new Bystanders(t._executor);
            t._case.Give();
            Assert.AreEqual(0L, bystanders.Polls, "the slots are those of other tasks now");
            t._a.Cancel();
            Assert.AreEqual(0L, bystanders.Polls, "the next in line is away too");
        }

        private static void Poll_withoutReason_isCounted(TurnChecks t)
        {
            t.SpawnAll();
            Assert.AreEqual(0L, t._executor.SpuriousPolls, "each was polled once");
            t._a.Home.Wake();
            t._b.Home.Wake();
            t._executor.RunUntilIdle();
            Assert.AreEqual(2L, t._executor.SpuriousPolls, "once more without a reason");
            t._case.Give();
            t.Expect(t._a, "nothing came of it");
            Assert.AreEqual(2L, t._executor.SpuriousPolls, "a poll that finishes is none");
        }

        private static void Poll_byAnotherTask_wakesTheOneBefore(TurnChecks t)
        {
            t.SpawnAll();
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

        private static void Poll_byAnotherExecutor_isRefused(TurnChecks t)
        {
            t._executor.Spawn(t._a);
            t._executor.RunUntilIdle();
            Executor other = new ManualMachine().NewExecutor(1);
            long handle = other.Spawn(t._b);
            other.RunUntilIdle();
            Assert.IsNotNull(other.ExceptionOf(handle), "two executors cannot stand in one line");
            Assert.StartsWith("Tasks of another executor wait here", other.ExceptionOf(handle).Message);
            Assert.AreEqual(1, t._case.Waiting, "the line is as it was");
        }

        private static void Throw_inLine_ofATaskThatCancelsNothing(TurnChecks t, int gives)
        {
            Careless careless = t.SpawnCareless();
            t.Give(gives);
            careless.Throws = true;
            careless.Home.Wake();
            t._executor.RunUntilIdle();
            Assert.AreEqual(1, t._executor.Faulted, "it threw while it stood in line");
            t.Give(1 - gives);
            t.Expect(t._b, "the next is served");
        }

        private static void Abort_inLine_ofATaskThatCancelsNothing(TurnChecks t, int gives)
        {
            t.SpawnCareless();
            t.Give(gives);
            t._executor.Abort(t._handleA);
            t.Give(1 - gives);
            t.Expect(t._b, "the next is served");
        }

        private static void End_inLine_beforeAnotherThrowsInItsSlot(TurnChecks t)
        {
            Careless careless = t.SpawnCareless();
            careless.Ends = true;
            careless.Home.Wake();
            t._executor.RunUntilIdle();
            t._executor.Spawn(new Thrower(1));
            t._executor.RunUntilIdle();
            t._case.Give();
            t.Expect(t._b, "nothing else will take the one that has ended out of the line");
        }

        private static void Close_ofTheExecutor_leavesTheLine(TurnChecks t)
        {
            t.SpawnCareless();
            t._executor.Close();
            Assert.AreEqual(0, t._case.Waiting, "none of its tasks waits any more");
            Executor other = new ManualMachine().NewExecutor(1);
            t._case.Rearm(t._b.Inner);
            Awaiting later = new Awaiting(t._b.Inner);
            other.Spawn(later);
            other.RunUntilIdle();
            t._case.Give();
            other.RunUntilIdle();
            Assert.AreEqual(1, later.Done, "so another executor may");
        }

        private Careless SpawnCareless()
        {
            Careless careless = new Careless(_a.Inner);
            _handleA = _executor.Spawn(careless);
            _handleB = _executor.Spawn(_b);
            _executor.RunUntilIdle();
            Assert.AreEqual(2, _case.Waiting, "both stand in line");
            return careless;
        }

        private void Give(int times)
        {
            if (times > 0)
            {
                _case.Give();
            }
        }

        private void SpawnAll()
        {
            _handleA = _executor.Spawn(_a);
            _handleB = _executor.Spawn(_b);
            _handleC = _executor.Spawn(_c);
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
