using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class RepeatTests
    {
        [TestMethod]
        public void Repeat_isReadyAfterSoManyRounds()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Repeat repeat = new Repeat(new Interval(10), 5);
            executor.BlockOn(repeat);
            Assert.AreEqual(50L, machine.Clock.Time, "five ticks");
            Assert.AreEqual(5L, repeat.Rounds, "rounds");
            executor.BlockOn(repeat);
            Assert.AreEqual(100L, machine.Clock.Time, "and five more");
        }

        [TestMethod]
        public void Rearm_armsEachRoundAndMayEndIt()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Delay delay = new Delay();
            Arming arming = new Arming(delay, 4);
            Repeat repeat = new Repeat(delay, Repeat.Forever, arming);
            executor.BlockOn(repeat);
            Assert.AreEqual("01234", arming.Asked, "before each round; the last was refused");
            Assert.AreEqual(1L + 2 + 3 + 4, machine.Clock.Time, "as long as each was armed for");
            Assert.AreEqual(4L, repeat.Rounds, "rounds");
        }

        [TestMethod]
        public void Rearm_isNotAskedAfterTheLastRound()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Delay delay = new Delay();
            Arming arming = new Arming(delay, 100);
            executor.BlockOn(new Repeat(delay, 2, arming));
            Assert.AreEqual("01", arming.Asked, "what is armed is awaited");
        }

        [TestMethod]
        public void Rearm_refusedAtFirst_isReadyWithoutAPoll()
        {
            Gate gate = new Gate();
            Repeat repeat = new Repeat(gate, 3, new Arming(new Delay(), 0));
            Assert.IsTrue(new ManualMachine().NewExecutor(1).BlockOn(repeat), "ready");
            Assert.AreEqual(0, gate.Polls, "nothing was armed");
        }

        [TestMethod]
        public void FutureThatIsAlwaysReady_givesWayToOthers()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new Repeat(new Letter(log, "r"), 6));
            executor.Spawn(new Steps(log, "s", 3));
            executor.Run();
            Assert.AreEqual("rrsrrsrrs", log.Text, "two rounds and then the others");
        }

        [TestMethod]
        public void Cancel_cancelsTheFutureAndCountsAnew()
        {
            Gate gate = new Gate();
            Repeat repeat = new Repeat(new Sequence(new Yield(), gate), 3);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(repeat);
            executor.RunUntilIdle();
            gate.Open();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "woken and not polled");
            executor.BlockOn(repeat);
            Assert.AreEqual(3L, repeat.Rounds, "three whole rounds");
        }

        [TestMethod]
        public void Cancel_whileItGivesWay_countsAnew()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(2);
            Repeat repeat = new Repeat(new Letter(log, "r"), 3);
            Aborter aborter = new Aborter(executor);
            aborter.Victim = executor.Spawn(repeat);
            executor.Spawn(aborter);
            executor.RunUntilIdle();
            Assert.AreEqual("rr", log.Text, "aborted between two rounds and the rest");
            executor.BlockOn(repeat);
            Assert.AreEqual("rrrrr", log.Text, "all three again");
        }

        [TestMethod]
        public void FutureThatThrows_isCancelledAndItCountsAnew()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Thrower thrower = new Thrower(1);
            Repeat repeat = new Repeat(thrower, 2);
            Expect.Message("thrown by a test", () => executor.BlockOn(repeat));
            executor.BlockOn(repeat);
            Assert.AreEqual(2L, repeat.Rounds, "fit for another use");
        }

        [TestMethod]
        public void Constructor_refusesNoRounds()
        {
            Expect.Message("Value of times is 0; give 1 or more.", () => new Repeat(new Gate(), 0));
            Expect.Message("A combinator needs a future to wait for; null was given.", () => new Repeat(null, 1));
        }

        /// <summary>Arms a delay for one µs more each round, so many rounds.</summary>
        private sealed class Arming : IRearm
        {
            internal string Asked = "";

            private readonly Delay _delay;
            private readonly int _rounds;

            internal Arming(Delay delay, int rounds)
            {
                _delay = delay;
                _rounds = rounds;
            }

            public bool Rearm(long round)
            {
                Asked += round.ToString();
                if (round == _rounds)
                {
                    return false;
                }

                _delay.For(round + 1);
                return true;
            }
        }

        private sealed class Letter : Future
        {
            private readonly Log _log;
            private readonly string _letter;

            internal Letter(Log log, string letter)
            {
                _log = log;
                _letter = letter;
            }

            public override Poll Poll(Waker waker)
            {
                _log.Add(_letter);
                return Ready;
            }
        }
    }
}
