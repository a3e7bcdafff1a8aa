using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>Combinators polled by one executor first and by another later, and combinators inside others.</summary>
    [TestClass]
    public class MovingTests
    {
        [TestMethod]
        public void Join_takenToAnotherExecutor_wakesThatOne()
        {
            Gate[] gates = JoinTests.Gates(2);
            Executor one = new ManualMachine().NewExecutor(1);
            Executor two = new ManualMachine().NewExecutor(1);
            long task = one.Spawn(new Join(gates));
            one.RunUntilIdle();
            task = two.Spawn(one.Detach(task));
            Assert.AreEqual(1, gates[0].Detaches, "each pending child was taken along");
            two.RunUntilIdle();
            gates[0].Open();
            gates[1].Open();
            Assert.AreEqual(ExecutorState.Idle, one.State, "the first has nothing to do with it");
            two.RunUntilIdle();
            Assert.IsFalse(two.IsAlive(task), "the second was woken");
        }

        [TestMethod]
        public void Join_wokenWhileOnItsWay_isNotLost()
        {
            Gate[] gates = JoinTests.Gates(2);
            Executor one = new ManualMachine().NewExecutor(1);
            Executor two = new ManualMachine().NewExecutor(1);
            Future join = one.Detach(Spawned(one, new Join(gates)));
            gates[0].Open();
            gates[1].Open();
            two.Spawn(join);
            two.RunUntilIdle();
            Assert.AreEqual(0, two.TaskCount, "both wakes came while no executor had it");
        }

        [TestMethod]
        public void NestedTimers_polledByAnotherExecutor_moveIntoItsQueue()
        {
            ManualMachine first = new ManualMachine();
            ManualMachine second = new ManualMachine();
            Executor one = first.NewExecutor(2);
            Executor two = second.NewExecutor(2);
            Delay inner = new Delay().For(40);
            Race race = new Race(new Join(inner, new ReadyFuture()), new Gate());

            // Awaited by a task that ends without it, then by a task of another executor: nobody has detached it.
            PolledOnce borrower = new PolledOnce(race);
            one.BlockOn(borrower);
            Assert.AreEqual(1, one.Timers.Count, "its delay counts in the first");
            two.Spawn(new PolledOnce(race));
            two.Spawn(race);
            Assert.AreEqual(40L, two.RunUntilIdle(), "and now in the second");
            Assert.AreEqual(0, one.Timers.Count, "and there alone");
            two.Run();
            Assert.AreEqual(0, race.Winner, "it came");
        }

        [TestMethod]
        public void Join_heldByAnotherTask_wakesTheLatest()
        {
            Gate[] gates = JoinTests.Gates(2);
            Executor executor = new ManualMachine().NewExecutor(2);
            Join join = new Join(gates);
            executor.BlockOn(new PolledOnce(join));
            long latest = executor.Spawn(join);
            executor.RunUntilIdle();
            gates[0].Open();
            gates[1].Open();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(latest), "the task that polled it last");
        }

        [TestMethod]
        public void Nested_eachPollReachesOnlyWhoWasWoken()
        {
            Gate[] gates = JoinTests.Gates(8);
            Executor executor = new ManualMachine().NewExecutor(1);
            Future tree = new Join(
                new Join(new Race(gates[0], gates[1]), new Join(gates[2], gates[3])),
                new Race(new Join(gates[4], gates[5]), new Race(gates[6], gates[7])));
            long task = executor.Spawn(tree);
            executor.RunUntilIdle();
            gates[5].Waker.Wake();
            executor.RunUntilIdle();
            for (int i = 0; i < 8; i++)
            {
                Assert.AreEqual(i == 5 ? 2 : 1, gates[i].Polls, "only the one that was woken");
            }

            gates[1].Open();
            gates[3].Open();
            gates[7].Open();
            executor.RunUntilIdle();
            Assert.AreEqual(1, gates[0].Cancels, "the loser of an inner race");
            Assert.AreEqual(1, gates[4].Cancels, "a child of the join that lost");
            Assert.AreEqual(1, gates[6].Cancels, "the loser of the innermost race");
            gates[2].Open();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "all that was asked for has come");
        }

        [TestMethod]
        public void Nested_abort_reachesEveryLeafThatWaits()
        {
            Gate[] gates = JoinTests.Gates(7);
            Executor executor = new ManualMachine().NewExecutor(1);
            Future tree = new Budget(
                new Supervised(
                    new WithTimeout(
                        new Join(
                            new Retry(gates[0], 2, new Backoff(1)),
                            new Repeat(gates[1], 2),
                            new Sequence(gates[2], gates[3]),
                            new WithCancellation(gates[4]),
                            new Race(Losers.Keep, gates[5], gates[6])),
                        1000),
                    RestartPolicy.Never),
                1000);
            long task = executor.Spawn(tree);
            executor.RunUntilIdle();
            executor.Abort(task);
            for (int i = 0; i < 7; i++)
            {
                Assert.AreEqual(i == 3 ? 0 : 1, gates[i].Cancels, "leaf " + i.ToString());
            }

            Assert.AreEqual(0, executor.Timers.Count, "no timer is left");
        }

        [TestMethod]
        public void Nested_take_reachesEveryLeafThatWaits()
        {
            Gate[] gates = JoinTests.Gates(7);
            Executor executor = new ManualMachine().NewExecutor(1);
            Future tree = new Budget(
                new Supervised(
                    new WithDeadline(
                        new Join(
                            new Retry(gates[0], 2, new Backoff(1)),
                            new Repeat(gates[1], 2),
                            new Sequence(gates[2], gates[3]),
                            new WithCancellation(gates[4]),
                            new Race(Losers.Keep, gates[5], gates[6]))).Until(1000),
                    RestartPolicy.Never),
                1000);
            executor.Detach(Spawned(executor, tree));
            for (int i = 0; i < 7; i++)
            {
                Assert.AreEqual(i == 3 ? 0 : 1, gates[i].Detaches, "leaf " + i.ToString());
            }

            Assert.AreEqual(0, executor.Timers.Count, "no timer is left");
        }

        private static long Spawned(Executor executor, Future future)
        {
            long task = executor.Spawn(future);
            executor.RunUntilIdle();
            return task;
        }
    }
}
