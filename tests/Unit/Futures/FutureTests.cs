using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class FutureTests
    {
        [TestMethod]
        public void Yield_givesWayOnceEachTime()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.Spawn(new Awaiting(new Yield(), 3, log, "y"));
            executor.Spawn(new Steps(log, "s", 4));
            executor.Run();
            Assert.AreEqual("sysysys", log.Text, "the other runs before each round");
        }

        [TestMethod]
        public void Yield_cancelled_givesWayAnew()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(2);
            Yield yield = new Yield();
            Aborter aborter = new Aborter(executor);
            aborter.Victim = executor.Spawn(yield);
            executor.Spawn(aborter);
            executor.RunUntilIdle();
            executor.Spawn(new Awaiting(yield, log, "y"));
            executor.Spawn(new Steps(log, "s", 1));
            executor.RunUntilIdle();
            Assert.AreEqual("sy", log.Text, "woken and cancelled, it is not ready at once");
        }

        [TestMethod]
        public void Yield_takenToAnotherExecutor_isWokenThere()
        {
            Executor one = new ManualMachine().NewExecutor(1);
            Executor two = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            Awaiting task = new Awaiting(new Sequence(gate, new Yield()));
            long handle = one.Spawn(task);
            one.RunUntilIdle();
            two.Spawn(one.Detach(handle));
            gate.IsOpen = true;
            two.Run();
            Assert.AreEqual(1, task.Done, "it gave way on the second");
        }

        [TestMethod]
        public void Yield_takenAway_givesWayAnew()
        {
            Log log = new Log();
            Executor executor = new ManualMachine().NewExecutor(3);
            Yield yield = new Yield();
            Taker taker = new Taker(executor);
            taker.Victim = executor.Spawn(yield);
            executor.Spawn(taker);
            executor.RunUntilIdle();
            executor.Spawn(new Awaiting(yield, log, "y"));
            executor.Spawn(new Steps(log, "s", 1));
            executor.RunUntilIdle();
            Assert.AreEqual("sy", log.Text, "where it is now it has not given way yet");
        }

        [TestMethod]
        public void ReadyFuture_isReadyAtEveryPoll_andNeverFutureAtNone()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Awaiting ready = new Awaiting(new ReadyFuture(), 5);
            Awaiting never = new Awaiting(new NeverFuture());
            executor.Spawn(ready);
            long handle = executor.Spawn(never);
            executor.RunUntilIdle();
            Assert.AreEqual(5, ready.Done, "in one poll");
            never.Home.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(0, never.Done, "whoever wakes it");
            executor.Abort(handle);
            Assert.AreEqual(0, executor.TaskCount, "it can only be cancelled");
        }

        /// <summary>Takes another task out in its only poll.</summary>
        private sealed class Taker : Future
        {
            internal long Victim;

            private readonly Executor _executor;

            internal Taker(Executor executor)
            {
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                _executor.Detach(Victim);
                return Ready;
            }
        }
    }
}
