using NanoExecutor.Boards.Virtual;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>A simulated machine on which nothing will happen any more says who sleeps on what.</summary>
    [TestClass]
    public class SleepersTests
    {
        [TestMethod]
        public void Park_thatWouldNotEnd_saysWhoSleepsOnWhat()
        {
            VirtualMachine machine = new VirtualMachine();
            machine.Clock.ReadingCost = 0;
            Executor executor = new Executor(12, machine);
            Reactor reactor = new Reactor(4);
            Semaphore semaphore = new Semaphore(0, 1);
            LongChannel channel = new LongChannel(1);
            executor.Spawn(new ReadyFuture());
            executor.Spawn(new Delay().For(70));
            executor.RunUntilIdle();
            executor.Spawn(reactor.Register(3));
            executor.Spawn(new Awaiting(semaphore.NewAcquire()));
            executor.Spawn(new Race(new Sequence(channel.NewReceive(), new Delay().For(5)), new CancellationWait()));
            executor.Spawn(new WithTimeout(new Awaiting(new Once().NewWait()), 50));
            executor.Spawn(new Supervised(new Gate(), RestartPolicy.Never));
            executor.Spawn(new NeverFuture());
            executor.Spawn(new WaitsForNobody());
            Expect.Message(
                "At 70 microseconds every task sleeps and nothing is scheduled that could wake one; schedule an interrupt or "
                + "stop the executor. Asleep: slot 0: SourceWait source 3; "
                + "slot 2: Awaiting > SemaphoreAcquire of 1 permits place 1; "
                + "slot 3: Race (Sequence place 1 of 2 > LongChannelReceive place 1, CancellationWait); "
                + "slot 5: Supervised > Gate; slot 6: NeverFuture; slot 7: WaitsForNobody.",
                () => executor.Run());
        }

        [TestMethod]
        public void Park_ofAnExecutorWithoutTasks_isNotReached()
        {
            Executor executor = new Executor(1, new VirtualMachine());
            executor.Run();
            Assert.AreEqual(0, executor.TaskCount, "nothing to wait for");
        }

        private sealed class WaitsForNobody : Future
        {
            public override Poll Poll(Waker waker)
            {
                return Pending;
            }
        }
    }
}
