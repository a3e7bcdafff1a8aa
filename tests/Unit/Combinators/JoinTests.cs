using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class JoinTests
    {
        [TestMethod]
        public void Join_isReadyWhenTheLastChildIs()
        {
            Gate[] gates = Gates(3);
            Join join = new Join(gates[0], gates[1], gates[2]);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(join);
            gates[0].IsOpen = true;
            executor.RunUntilIdle();
            Assert.AreEqual(2, join.Left, "one was ready at once");
            gates[2].Open();
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAlive(task), "the middle one is missing");
            gates[1].Open();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "all are there");
            Assert.AreEqual(0, join.Left, "none is missing");
        }

        [TestMethod]
        public void Left_beforeTheFirstPoll_isAll()
        {
            Join join = new Join(Gates(3));
            Assert.AreEqual(3, join.Left, "none is ready yet");
            Assert.AreEqual(3, join.Count, "of three");
        }

        [TestMethod]
        public void Poll_byAWakerOfNoExecutor_pollsEveryChild()
        {
            Gate[] gates = Gates(2);
            Join join = new Join(gates);
            join.Poll(new WakerRegistration());
            Assert.AreEqual(2, gates[0].Polls + gates[1].Polls, "a group that a hand-written future drives");
        }

        [TestMethod]
        public void Join_ofOneAndOfEight_areReadyWithTheirLast()
        {
            for (int count = 1; count <= 8; count++)
            {
                Gate[] gates = Gates(count);
                Executor executor = new ManualMachine().NewExecutor(1);
                long task = executor.Spawn(new Join(gates));
                for (int i = count - 1; i >= 0; i--)
                {
                    executor.RunUntilIdle();
                    Assert.IsTrue(executor.IsAlive(task), i.ToString() + " of " + count.ToString() + " are missing");
                    gates[i].Open();
                }

                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(task), count.ToString() + " are ready");
            }
        }

        [TestMethod]
        public void Child_isPolledOnlyWhenItWasWoken()
        {
            Gate[] gates = Gates(3);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new Join(gates));
            executor.RunUntilIdle();
            for (int i = 0; i < 10; i++)
            {
                gates[1].Waker.Wake();
                executor.RunUntilIdle();
            }

            Assert.AreEqual(1, gates[0].Polls, "polled once to begin and not for its sibling");
            Assert.AreEqual(11, gates[1].Polls, "polled for each of its wakes");
            Assert.AreEqual(1, gates[2].Polls, "polled once to begin and not for its sibling");
        }

        [TestMethod]
        public void Child_thatIsReady_isNotPolledAgain()
        {
            Gate[] gates = Gates(2);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new Join(gates));
            gates[0].IsOpen = true;
            executor.RunUntilIdle();
            gates[0].Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1, gates[0].Polls, "a late wake means nothing to it");
        }

        [TestMethod]
        public void Wake_whileTheSiblingsArePolled_isNotLost()
        {
            Gate gate = new Gate();
            Opener opener = new Opener(gate);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(new Join(gate, opener));
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAlive(task), "neither is ready");
            opener.Waker.Wake();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "the second opened the first behind its back");
            Assert.AreEqual(2, gate.Polls, "once to begin and once for the wake");
        }

        [TestMethod]
        public void BusyChild_starvesNeitherSiblingNorTask()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new Join(new Steps(log, "a", 4), new Steps(log, "b", 2)));
            executor.Spawn(new Steps(log, "c", 3));
            executor.Run();
            Assert.AreEqual("abcabcaca", log.Text, "each of the three once in each pass");
        }

        [TestMethod]
        public void Join_isUsedAgainAndAgain()
        {
            Delay delay = new Delay();
            Interval interval = new Interval(30);
            Join join = new Join(delay, interval);
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            for (int i = 1; i <= 100; i++)
            {
                delay.For(10);
                Assert.IsTrue(executor.BlockOn(join), "ready in round " + i.ToString());
                Assert.AreEqual(30L * i, machine.Clock.Time, "the longer of the two");
            }

            Assert.AreEqual(0L, executor.SpuriousPolls, "no child was polled for nothing");
        }

        [TestMethod]
        public void Cancel_cancelsThoseThatAreNotReady()
        {
            Gate[] gates = Gates(3);
            Join join = new Join(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            gates[1].IsOpen = true;
            long task = executor.Spawn(join);
            executor.RunUntilIdle();
            executor.Abort(task);
            Assert.AreEqual(1, gates[0].Cancels, "it waited");
            Assert.AreEqual(0, gates[1].Cancels, "it was ready");
            Assert.AreEqual(1, gates[2].Cancels, "it waited");
            Assert.AreEqual(3, join.Left, "the next use begins with all of them");
        }

        [TestMethod]
        public void Cancel_wokenChild_reachesIt()
        {
            Gate[] gates = Gates(2);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(new Join(gates));
            executor.RunUntilIdle();
            gates[0].Open();
            executor.Abort(task);
            Assert.AreEqual(1, gates[0].Polls, "its wake was not answered by a poll");
            Assert.AreEqual(1, gates[0].Cancels, "so it is told that it will not be");
        }

        [TestMethod]
        public void Cancel_afterTheEnd_doesNothing()
        {
            Gate[] gates = Gates(2);
            gates[0].IsOpen = gates[1].IsOpen = true;
            Join join = new Join(gates);
            new ManualMachine().NewExecutor(1).BlockOn(join);
            join.Cancel();
            Assert.AreEqual(0, gates[0].Cancels + gates[1].Cancels, "nothing was pending");
        }

        [TestMethod]
        public void Cancelled_beginsAnew()
        {
            Gate[] gates = Gates(2);
            Join join = new Join(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            gates[0].IsOpen = true;
            long task = executor.Spawn(join);
            executor.RunUntilIdle();
            executor.Abort(task);
            gates[0].IsOpen = false;
            gates[1].IsOpen = true;
            task = executor.Spawn(join);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAlive(task), "that the first was ready before counts no more");
            Assert.AreEqual(2, gates[0].Polls, "it was polled again");
        }

        [TestMethod]
        public void ChildThatThrows_cancelsTheSiblingsAndTheTaskFaults()
        {
            Gate before = new Gate();
            Gate after = new Gate();
            Thrower thrower = new Thrower(1);
            Gate trigger = new Gate();
            Join join = new Join(before, new Sequence(trigger, thrower), after);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(join);
            executor.RunUntilIdle();
            trigger.Open();
            executor.RunUntilIdle();
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(task), "it came out as it is");
            Assert.AreEqual(1, before.Cancels, "a sibling polled before was pending");
            Assert.AreEqual(1, after.Cancels, "a sibling behind it was pending");

            before.IsOpen = after.IsOpen = true;
            executor.Restart(task);
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "it is fit for another use");
        }

        [TestMethod]
        public void Constructor_refusesWhatCannotBeJoined()
        {
            Gate gate = new Gate();
            Expect.Message("A combinator needs an array of futures; null was given.", () => new Join((Future[])null));
            Expect.Message("A combinator needs one future or more; 0 were given.", () => new Join());
            Expect.Message(
                "Future 1 given to a combinator is null; it needs one to wait for.", () => new Join(gate, null));
            Expect.Message(
                "Futures 0 and 2 given to a combinator are the same instance; make one for each place.",
                () => new Join(gate, new Gate(), gate));
        }

        [TestMethod]
        public void Constructor_copiesTheArray()
        {
            Future[] children = new Future[] { new ReadyFuture(), new ReadyFuture() };
            Join join = new Join(children);
            children[0] = new NeverFuture();
            Assert.IsTrue(new ManualMachine().NewExecutor(1).BlockOn(join), "it has what it was given");
            Assert.AreEqual(2, join.Count, "children");
        }

        internal static Gate[] Gates(int count)
        {
            Gate[] gates = new Gate[count];
            for (int i = 0; i < count; i++)
            {
                gates[i] = new Gate();
            }

            return gates;
        }

        /// <summary>Opens a gate when it is polled the second time, and is ready then.</summary>
        private sealed class Opener : Future
        {
            internal Waker Waker;

            private readonly Gate _gate;

            internal Opener(Gate gate)
            {
                _gate = gate;
            }

            public override Poll Poll(Waker waker)
            {
                bool first = Waker == null;
                Waker = waker;
                if (first)
                {
                    return Pending;
                }

                _gate.Open();
                return Ready;
            }
        }
    }
}
