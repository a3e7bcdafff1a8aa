using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class RaceTests
    {
        [TestMethod]
        public void Race_saysWhoWon()
        {
            for (int winner = 0; winner < 8; winner++)
            {
                Gate[] gates = JoinTests.Gates(8);
                Race race = new Race(gates);
                Executor executor = new ManualMachine().NewExecutor(1);
                long task = executor.Spawn(race);
                executor.RunUntilIdle();
                Assert.AreEqual(-1, race.Winner, "nobody yet");
                gates[winner].Open();
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(task), "the race is over");
                Assert.AreEqual(winner, race.Winner, "the one that was opened");
            }
        }

        [TestMethod]
        public void Race_ofOne_isWonByIt()
        {
            Race race = new Race(new ReadyFuture());
            Assert.IsTrue(new ManualMachine().NewExecutor(1).BlockOn(race), "nothing to wait for");
            Assert.AreEqual(0, race.Winner, "the only one");
        }

        [TestMethod]
        public void Losers_areCancelled()
        {
            Gate[] gates = JoinTests.Gates(3);
            Race race = new Race(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(race);
            executor.RunUntilIdle();
            gates[1].Open();
            executor.RunUntilIdle();
            Assert.AreEqual(1, gates[0].Cancels, "a loser");
            Assert.AreEqual(0, gates[1].Cancels, "the winner has finished");
            Assert.AreEqual(1, gates[2].Cancels, "a loser");
        }

        [TestMethod]
        public void Losers_thatWereReadyTooButNotPolled_areCancelled()
        {
            Gate[] gates = JoinTests.Gates(2);
            Race race = new Race(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(race);
            executor.RunUntilIdle();
            gates[1].Open();
            gates[0].Open();
            executor.RunUntilIdle();
            Assert.AreEqual(0, race.Winner, "both came in one pass and the first is looked at first");
            Assert.AreEqual(1, gates[1].Polls, "the other was not polled for its wake: nothing of it is consumed");
            Assert.AreEqual(1, gates[1].Cancels, "and it was told so that it can pass the wake on");
        }

        [TestMethod]
        public void ChildBehindTheLastWinner_isLookedAtFirst()
        {
            Gate[] gates = JoinTests.Gates(3);
            for (int i = 0; i < 3; i++)
            {
                gates[i].IsOpen = true;
            }

            Race race = new Race(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            string winners = "";
            for (int round = 0; round < 7; round++)
            {
                executor.BlockOn(race);
                winners += race.Winner.ToString();
            }

            Assert.AreEqual("0120120", winners, "one that is always ready does not starve the others");
        }

        [TestMethod]
        public void Winner_isFoundWhereverTheSearchBegins()
        {
            for (int before = 0; before < 4; before++)
            {
                for (int winner = 0; winner < 4; winner++)
                {
                    foreach (Losers losers in new Losers[] { Losers.Cancel, Losers.Keep })
                    {
                        Gate[] gates = JoinTests.Gates(4);
                        Race race = new Race(losers, gates);
                        Executor executor = new ManualMachine().NewExecutor(1);
                        gates[before].IsOpen = true;
                        executor.BlockOn(race);
                        gates[before].IsOpen = false;
                        long task = executor.Spawn(race);
                        executor.RunUntilIdle();
                        Assert.IsTrue(executor.IsAsleep(task), "nobody is ready");
                        gates[winner].Open();
                        executor.RunUntilIdle();
                        string what = winner.ToString() + " after " + before.ToString();
                        Assert.IsFalse(executor.IsAlive(task), what);
                        Assert.AreEqual(winner, race.Winner, what);
                    }
                }
            }
        }

        [TestMethod]
        public void Wake_ofAnyChildWhileAnyOtherIsPolled_isNotLost()
        {
            for (int before = 0; before < 3; before++)
            {
                for (int opener = 0; opener < 3; opener++)
                {
                    for (int opened = 0; opened < 3; opened++)
                    {
                        if (opener != opened)
                        {
                            Opened_whileTheOtherIsPolled(before, opener, opened);
                        }
                    }
                }
            }
        }

        private static void Opened_whileTheOtherIsPolled(int before, int opener, int opened)
        {
            // The race before decides where the search begins, so that the child that opens another one is polled in the
            // first part of the search or in the second, and so is the one that it opens.
            Gate[] gates = JoinTests.Gates(3);
            Future[] children = new Future[3];
            OpensAnother hand = new OpensAnother(gates[opener]);
            for (int i = 0; i < 3; i++)
            {
                children[i] = i == opener ? (Future)hand : gates[i];
            }

            Race race = new Race(Losers.Keep, children);
            Executor executor = new ManualMachine().NewExecutor(1);
            gates[before].IsOpen = true;
            executor.BlockOn(race);
            gates[before].IsOpen = false;
            long task = executor.Spawn(race);
            executor.RunUntilIdle();
            hand.Other = gates[opened];
            hand.Waker.Wake();
            executor.RunUntilIdle();
            string what = opener.ToString() + " opened " + opened.ToString() + " after " + before.ToString();
            Assert.IsFalse(executor.IsAlive(task), what);
            Assert.AreEqual(opened, race.Winner, what);
        }

        [TestMethod]
        public void Winner_wokenLate_wakesNobody()
        {
            foreach (Losers losers in new Losers[] { Losers.Cancel, Losers.Keep })
            {
                Gate[] gates = JoinTests.Gates(2);
                Executor executor = new ManualMachine().NewExecutor(2);
                executor.Spawn(new Race(losers, gates));
                executor.RunUntilIdle();
                gates[1].Open();
                executor.RunUntilIdle();
                Bystanders bystanders = new Bystanders(executor);
                gates[0].Waker.Wake();
                gates[1].Waker.Wake();
                Assert.AreEqual(0L, bystanders.Polls, "the race is over");
            }
        }

        [TestMethod]
        public void Winner_isOfTheLatestRace()
        {
            Gate[] gates = JoinTests.Gates(2);
            Race race = new Race(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            gates[1].IsOpen = true;
            executor.BlockOn(race);
            Assert.AreEqual(1, race.Winner, "of the first");
            gates[1].IsOpen = false;
            executor.Spawn(race);
            executor.RunUntilIdle();
            Assert.AreEqual(-1, race.Winner, "nobody has won the second yet");
        }

        [TestMethod]
        public void Child_isPolledOnlyWhenItWasWoken()
        {
            Gate[] gates = JoinTests.Gates(3);
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(new Race(gates));
            executor.RunUntilIdle();
            for (int i = 0; i < 10; i++)
            {
                gates[2].Waker.Wake();
                executor.RunUntilIdle();
            }

            Assert.AreEqual(1, gates[0].Polls, "polled once to begin and not for its sibling");
            Assert.AreEqual(11, gates[2].Polls, "polled for each of its wakes");
        }

        [TestMethod]
        public void KeptLosers_waitOnAndAreNotPolledForNothing()
        {
            Gate[] gates = JoinTests.Gates(3);
            Race race = new Race(Losers.Keep, gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            for (int round = 0; round < 10; round++)
            {
                long task = executor.Spawn(race);
                executor.RunUntilIdle();
                gates[1].Open();
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(task), "won in round " + round.ToString());
                gates[1].IsOpen = false;
            }

            Assert.AreEqual(1, gates[0].Polls, "it waits since the first race");
            Assert.AreEqual(20, gates[1].Polls, "the winner was polled twice in each");
            Assert.AreEqual(1, gates[2].Polls, "it waits since the first race");
            Assert.AreEqual(0, gates[0].Cancels + gates[2].Cancels, "nobody was cancelled");
        }

        [TestMethod]
        public void KeptLoser_wokenBetweenTwoRaces_wakesNoTaskAndWinsTheNext()
        {
            Gate[] gates = JoinTests.Gates(2);
            Race race = new Race(Losers.Keep, gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            gates[1].IsOpen = true;
            executor.BlockOn(race);
            Assert.AreEqual(1, race.Winner, "the only one that was open");
            gates[1].IsOpen = false;
            long other = executor.Spawn(new NeverFuture());
            executor.RunUntilIdle();
            gates[0].Open();
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.PollsOf(other), "what has the slot now is not disturbed");
            executor.Abort(other);
            Assert.IsTrue(executor.BlockOn(race), "the wake was kept");
            Assert.AreEqual(0, race.Winner, "for the one it was meant for");
        }

        [TestMethod]
        public void CancelOfOneChild_letsItBeArmedAnew()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            Delay delay = new Delay().For(1000);
            Race race = new Race(Losers.Keep, gate, delay);
            gate.IsOpen = true;
            executor.BlockOn(race);
            gate.IsOpen = false;
            race.Cancel(1);
            delay.For(50);
            executor.BlockOn(race);
            Assert.AreEqual(1, race.Winner, "the delay");
            Assert.AreEqual(50L, machine.Clock.Time, "as it was armed last");
        }

        [TestMethod]
        public void CancelOfOneChild_whileTheRaceIsOn_hasItPolledAnew()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            Delay delay = new Delay().For(1000);
            Race race = new Race(Losers.Keep, gate, delay);
            executor.Spawn(race);
            Assert.AreEqual(1000L, executor.RunUntilIdle(), "it waits for the delay");
            race.Cancel(1);
            delay.For(50);
            Assert.AreEqual(50L, executor.RunUntilIdle(), "and now for another time");
            gate.Open();
            executor.Run();
            Assert.AreEqual(0, race.Winner, "the sibling can still win");
        }

        [TestMethod]
        public void Race_isUsedAgainAndAgain()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Delay shorter = new Delay();
            Delay longer = new Delay();
            Race race = new Race(longer, shorter);
            for (int i = 1; i <= 100; i++)
            {
                longer.For(100);
                shorter.For(10);
                executor.BlockOn(race);
                Assert.AreEqual(1, race.Winner, "the shorter delay");
                Assert.AreEqual(10L * i, machine.Clock.Time, "in its time");
            }

            Assert.AreEqual(0L, executor.SpuriousPolls, "no child was polled for nothing");
            Assert.AreEqual(0, executor.Timers.Count, "no loser is left in the timer queue");
        }

        [TestMethod]
        public void Cancel_cancelsKeptLosersToo()
        {
            Gate[] gates = JoinTests.Gates(2);
            Race race = new Race(Losers.Keep, gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(race);
            executor.RunUntilIdle();
            gates[0].Open();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "the race is over");
            race.Cancel();
            Assert.AreEqual(0, gates[0].Cancels, "the winner has finished");
            Assert.AreEqual(1, gates[1].Cancels, "the loser was waiting");
            gates[1].IsOpen = true;
            gates[0].IsOpen = false;
            executor.BlockOn(race);
            Assert.AreEqual(1, race.Winner, "both are polled anew");
        }

        [TestMethod]
        public void Abort_wokenBeforeItsPoll_cancelsAll()
        {
            Gate[] gates = JoinTests.Gates(2);
            Race race = new Race(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(race);
            executor.RunUntilIdle();
            gates[0].Open();
            executor.Abort(task);
            Assert.AreEqual(1, gates[0].Cancels, "woken and not polled");
            Assert.AreEqual(1, gates[1].Cancels, "pending");
        }

        [TestMethod]
        public void ChildThatThrows_cancelsTheSiblings()
        {
            Gate gate = new Gate();
            Gate trigger = new Gate();
            Thrower thrower = new Thrower(1);
            Race race = new Race(Losers.Keep, gate, new Sequence(trigger, thrower));
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(race);
            executor.RunUntilIdle();
            trigger.Open();
            executor.RunUntilIdle();
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(task), "it came out as it is");
            Assert.AreEqual(1, gate.Cancels, "the sibling was pending");
            executor.Restart(task);
            executor.RunUntilIdle();
            Assert.AreEqual(1, race.Winner, "it is fit for another use");
        }

        [TestMethod]
        public void Cancel_childThatIsNotThere_saysSo()
        {
            Race race = new Race(new Gate(), new Gate());
            Expect.Message("Child 2 does not exist; the race has children 0 to 1.", () => race.Cancel(2));
            Expect.Message("Child -1 does not exist; the race has children 0 to 1.", () => race.Cancel(-1));
        }

        [TestMethod]
        public void Constructor_refusesWhatCannotRace()
        {
            Expect.Message("A combinator needs one future or more; 0 were given.", () => new Race());
            Expect.Message("Future 0 given to a combinator is null", () => new Race(Losers.Keep, null, new Gate()));
        }

        /// <summary>Pending; opens a gate at its next poll. Ready while its own gate is open.</summary>
        private sealed class OpensAnother : Future
        {
            internal Gate Other;
            internal Waker Waker;

            private readonly Gate _own;

            internal OpensAnother(Gate own)
            {
                _own = own;
            }

            public override Poll Poll(Waker waker)
            {
                Waker = waker;
                if (Other != null)
                {
                    Other.Open();
                    Other = null;
                }

                return _own.IsOpen ? Ready : Pending;
            }
        }
    }
}
