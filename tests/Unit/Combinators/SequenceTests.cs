using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class SequenceTests
    {
        [TestMethod]
        public void Sequence_pollsOneAfterAnother()
        {
            Gate[] gates = JoinTests.Gates(3);
            Sequence sequence = new Sequence(gates);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(sequence);
            gates[1].IsOpen = true;
            executor.RunUntilIdle();
            Assert.AreEqual(0, sequence.At, "the first is not ready");
            Assert.AreEqual(0, gates[1].Polls, "the second has to wait");
            gates[0].Open();
            executor.RunUntilIdle();
            Assert.AreEqual(2, sequence.At, "the second was ready at once");
            gates[2].Open();
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(task), "all were ready");
        }

        [TestMethod]
        public void Delays_countOneAfterAnother()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Delay first = new Delay();
            Delay second = new Delay();
            Sequence sequence = new Sequence(first, second);
            for (int i = 1; i <= 10; i++)
            {
                first.For(10);
                second.For(20);
                executor.BlockOn(sequence);
                Assert.AreEqual(30L * i, machine.Clock.Time, "their sum");
            }
        }

        [TestMethod]
        public void Sequence_ofOne_isReadyWithIt()
        {
            Sequence sequence = new Sequence(new ReadyFuture());
            Assert.IsTrue(new ManualMachine().NewExecutor(1).BlockOn(sequence), "ready");
            Assert.AreEqual(1, sequence.Count, "children");
        }

        [TestMethod]
        public void Cancel_atEachPlace_cancelsTheOneItIsAtAndBeginsAnew()
        {
            for (int at = 0; at < 3; at++)
            {
                Gate[] gates = JoinTests.Gates(3);
                Sequence sequence = new Sequence(gates);
                Executor executor = new ManualMachine().NewExecutor(1);
                for (int i = 0; i < at; i++)
                {
                    gates[i].IsOpen = true;
                }

                long task = executor.Spawn(sequence);
                executor.RunUntilIdle();
                executor.Abort(task);
                for (int i = 0; i < 3; i++)
                {
                    Assert.AreEqual(i == at ? 1 : 0, gates[i].Cancels, "the one it was at and no other");
                }

                Assert.AreEqual(0, sequence.At, "the next use begins with the first");
            }
        }

        [TestMethod]
        public void Cancel_wokenBeforeItsPoll_reachesTheChild()
        {
            Gate gate = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(new Sequence(gate));
            executor.RunUntilIdle();
            gate.Open();
            executor.Abort(task);
            Assert.AreEqual(1, gate.Cancels, "it can pass on what it was given");
        }

        [TestMethod]
        public void ChildThatThrows_isCancelledAndTheSequenceBeginsAnew()
        {
            Gate gate = new Gate();
            gate.IsOpen = true;
            Thrower thrower = new Thrower(1);
            Sequence sequence = new Sequence(gate, thrower);
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(sequence);
            executor.RunUntilIdle();
            Assert.AreSame(thrower.Exception, executor.ExceptionOf(task), "it came out as it is");
            executor.Restart(task);
            executor.RunUntilIdle();
            Assert.AreEqual(2, gate.Polls, "from the first again");
            Assert.IsFalse(executor.IsAlive(task), "to the end");
        }

        [TestMethod]
        public void Constructor_refusesWhatIsNoSequence()
        {
            Expect.Message("A combinator needs one future or more; 0 were given.", () => new Sequence());
            Expect.Message("Future 0 given to a combinator is null", () => new Sequence((Future)null));
        }
    }
}
