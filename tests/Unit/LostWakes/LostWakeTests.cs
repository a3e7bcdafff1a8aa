using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The ways in which executors are known to lose a wake, each as a test.</summary>
    [TestClass]
    public class LostWakeTests
    {
        [TestMethod]
        public void LatestWaker_futurePolledByASecondExecutorOnItsThread_wakesThatOne()
        {
            // The bug: the future stores the waker of its first poll only. Its event then wakes an executor that has long let
            // go of it, and the thread that has it now sleeps for ever.
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            Executor first = new ManualMachine().NewExecutor(1);
            first.BlockOn(new PollsOnceThenReady(wait));

            ThreadParker parker = new ThreadParker();
            ManualMachine machine = new ManualMachine();
            Executor second = new Executor(1, new AnyMachine(machine.Clock, parker));
            bool finished = false;
            Thread thread = new Thread(() => finished = second.BlockOn(wait));
            thread.Start();
            parker.Parking.WaitOne();
            reactor.Raise(0);
            thread.Join();
            Assert.IsTrue(finished, "the thread that polled it last came out of its park");
        }

        [TestMethod]
        public void WakeDuringPoll_isPolledAgain()
        {
            // The bug: the sleep flag is set after the poll, and wipes out a wake that came while the poll ran.
            Executor executor = new ManualMachine().NewExecutor(1);
            WokenWhilePolled task = new WokenWhilePolled();
            executor.Spawn(task);
            executor.Run();
            Assert.AreEqual(2, task.Polls, "the wake that came in the middle of the first poll asks for a second");
        }

        [TestMethod]
        public void WakeFromAnotherThreadDuringPoll_isPolledAgain()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            WokenByThread task = new WokenByThread();
            executor.Spawn(task);
            executor.Run();
            Assert.AreEqual(2, task.Polls, "it makes no difference which thread wakes");
        }

        [TestMethod]
        public void WakeBetweenTheLastPollAndThePark_keepsTheExecutorFromParking()
        {
            // The bug: the executor decides to sleep, the wake finds it awake and unparks nobody, the executor sleeps. Here no
            // latch of the parker helps: the executor itself looks again after it has said that it parks.
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(gate);
            executor.OnIdle = e => gate.Open();
            executor.Run();
            Assert.AreEqual(0, machine.Parker.Parks, "it never parked");
            Assert.AreEqual(2, gate.Polls, "and polled for the wake");
        }

        [TestMethod]
        public void WakeInsideThePark_endsIt()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Gate gate = new Gate();
            executor.Spawn(gate);
            machine.Parker.DuringPark = gate.Open;
            executor.Run();
            Assert.AreEqual(1, machine.Parker.Parks, "one park");
        }

        [TestMethod]
        public void UnparkBeforePark_parkReturnsAtOnce()
        {
            ThreadParker parker = new ThreadParker();
            parker.Unpark();
            parker.Park(long.MaxValue);
        }

        [TestMethod]
        public void EventBeforeTheFirstPoll_isSeen()
        {
            // The bug: the future looks at its event and then stores its waker; an event in between tells nobody.
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            reactor.Raise(0);
            Assert.IsTrue(executor.BlockOn(wait), "the ready bit was looked at after the waker was stored");
            Assert.AreEqual(1L, executor.Polls, "without a second poll");
        }

        [TestMethod]
        public void SleepFlag_isChangedByWakerAndExecutorOnly()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            long handle = executor.Spawn(gate);
            Assert.IsFalse(executor.IsAsleep(handle), "a new task is awake");
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAsleep(handle), "the executor put it to sleep before the poll");
            gate.Waker.Wake();
            Assert.IsFalse(executor.IsAsleep(handle), "its waker clears the flag");
            Assert.AreEqual(ExecutorState.NeedRun, executor.State, "and sets the executor to NeedRun");
        }

        [TestMethod]
        public void WakeAfterTheTaskHasEnded_doesNothing()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Gate gate = new Gate();
            gate.IsOpen = true;
            executor.Spawn(gate);
            executor.RunUntilIdle();
            gate.Waker.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1, gate.Polls, "a future that has finished is never polled");
        }

        private sealed class PollsOnceThenReady : Future
        {
            private readonly Future _future;

            internal PollsOnceThenReady(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                _future.Poll(waker);
                return Ready;
            }
        }

        private sealed class WokenWhilePolled : Future
        {
            internal int Polls;

            public override Poll Poll(Waker waker)
            {
                if (++Polls == 2)
                {
                    return Ready;
                }

                waker.Wake();
                return Pending;
            }
        }

        private sealed class WokenByThread : Future
        {
            internal int Polls;

            public override Poll Poll(Waker waker)
            {
                if (++Polls == 2)
                {
                    return Ready;
                }

                Thread thread = new Thread(waker.Wake);
                thread.Start();
                thread.Join();
                return Pending;
            }
        }
    }
}
