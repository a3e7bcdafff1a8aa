using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class ReactorTests
    {
        [TestMethod]
        public void Raise_wakesTheFutureThatWaits()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(2);
            executor.Spawn(reactor.Register(1));
            executor.RunUntilIdle();
            Assert.AreEqual(SourceState.NotReady, reactor.StateOf(1), "it waits");
            reactor.Raise(1);
            Assert.AreEqual(SourceState.Ready, reactor.StateOf(1), "the ready bit is set");
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "the future took the event");
            Assert.AreEqual(SourceState.NotReady, reactor.StateOf(1), "and the bit with it");
            Assert.AreEqual(0L, executor.SpuriousPolls, "no poll was in vain");
        }

        [TestMethod]
        public void Raise_beforeAnybodyWaits_isKept()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            reactor.Raise(0);
            reactor.Raise(0);
            Assert.IsTrue(executor.BlockOn(wait), "the event is there");
            executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.TaskCount, "two raises before the poll are one event");
        }

        [TestMethod]
        public void Cancel_losesNoEvent()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            long handle = executor.Spawn(wait);
            executor.RunUntilIdle();
            reactor.Raise(0);
            executor.Abort(handle);
            Assert.IsTrue(executor.BlockOn(wait), "woken, cancelled, and the event is still there");
        }

        [TestMethod]
        public void Raise_whileNobodyWaitsAnyMore_wakesNobody()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            WaitThenGate task = new WaitThenGate(wait);
            executor.Spawn(task);
            executor.RunUntilIdle();
            reactor.Raise(0);
            executor.RunUntilIdle();
            int polls = task.Polls;
            reactor.Raise(0);
            executor.RunUntilIdle();
            Assert.AreEqual(polls, task.Polls, "the task waits for something else now");
        }

        [TestMethod]
        public void Register_twice_isRefused()
        {
            Reactor reactor = new Reactor(1);
            reactor.Register(0);
            string message =
                "Source 0 is registered already; one future waits for a source. Release it first or use another id.";
            Expect.Message(message, () => reactor.Register(0));
            Expect.Message(message, () => reactor.RegisterOnce(0));
        }

        [TestMethod]
        public void Register_idOutOfRange_saysTheRange()
        {
            Reactor reactor = new Reactor(4);
            string range = " does not exist; the reactor has sources 0 to 3.";
            Expect.Message("Source 4" + range, () => reactor.Register(4));
            Expect.Message("Source -1" + range, () => reactor.Register(-1));
            Expect.Message("Source 9" + range, () => reactor.Raise(9));
            Assert.IsFalse(reactor.TryRaise(9), "TryRaise never throws");
            Expect.Message("sources is 0; give 1 to 1024.", () => new Reactor(0));
        }

        [TestMethod]
        public void Release_makesTheSourceVacant()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait old = reactor.Register(0);
            reactor.Raise(0);
            reactor.Release(0);
            Assert.AreEqual(SourceState.Vacant, reactor.StateOf(0), "nobody has it");
            SourceWait wait = reactor.Register(0);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.AreEqual(1, executor.TaskCount, "the event of the old registration is gone");
            Expect.Message("Source 0 is not registered or has finished;", () => BlockOnElsewhere(old));
        }

        [TestMethod]
        public void Cancel_ofAReleasedWait_leavesItsSuccessorToBeWoken()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Reactor reactor = new Reactor(1);
            Race race = new Race(reactor.Register(0), new Delay().For(1000));
            executor.Spawn(race);
            executor.RunUntilIdle();
            reactor.Release(0);
            long fresh = executor.Spawn(reactor.Register(0));
            executor.RunUntilIdle();
            machine.Clock.Time = 1000;
            executor.RunUntilIdle();
            Assert.AreEqual(1, race.Winner, "the delay, whose race cancels the released wait");
            reactor.Raise(0);
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(fresh), "the event comes to whoever has the source now");
        }

        [TestMethod]
        public void Detach_ofAReleasedWait_leavesItsSuccessorToBeWoken()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Reactor reactor = new Reactor(1);
            long old = executor.Spawn(reactor.Register(0));
            executor.RunUntilIdle();
            reactor.Release(0);
            long fresh = executor.Spawn(reactor.Register(0));
            executor.RunUntilIdle();
            executor.Detach(old);
            reactor.Raise(0);
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(fresh), "the event comes to whoever has the source now");
        }

        [TestMethod]
        public void Poll_ofAReleasedWait_pushesOutNobodyAndTakesNothing()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Executor other = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            Expect.Polled(other, wait);
            reactor.Release(0);
            SourceWait successor = reactor.Register(0);
            long fresh = executor.Spawn(successor);
            executor.RunUntilIdle();
            Assert.AreEqual(Poll.Pending, Expect.Polled(other, wait), "nothing comes to a released wait");
            Assert.IsFalse(successor.Home.IsSet, "its poll pushed nobody out");
            reactor.Raise(0);
            executor.RunUntilIdle();
            Assert.IsFalse(executor.IsAlive(fresh), "the event comes to whoever has the source now");
        }

        [TestMethod]
        public void FirstPoll_ofAReleasedWait_takesNoEventOfItsSuccessor()
        {
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            reactor.Release(0);
            SourceWait successor = reactor.Register(0);
            reactor.Raise(0);
            Expect.Message("Source 0 is not registered or has finished;", () => BlockOnElsewhere(wait));
            Assert.AreEqual(SourceState.Ready, reactor.StateOf(0), "the event is still there");
            BlockOnElsewhere(successor);
        }

        [TestMethod]
        public void Poll_ofAReleasedWaitForOneEvent_doesNotFinishItsSuccessor()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.RegisterOnce(0);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            reactor.Release(0);
            SourceWait successor = reactor.RegisterOnce(0);
            reactor.Raise(0);
            wait.Home.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(SourceState.Ready, reactor.StateOf(0), "its one event has not been taken");
            BlockOnElsewhere(successor);
            Assert.AreEqual(SourceState.Finished, reactor.StateOf(0), "now it has");
        }

        [TestMethod]
        public void Release_ofAnEventThatWasNotTaken_losesIt()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            long task = executor.Spawn(reactor.RegisterOnce(0));
            executor.RunUntilIdle();
            reactor.Raise(0);
            reactor.Release(0);
            executor.RunUntilIdle();
            Assert.IsTrue(executor.IsAsleep(task), "it was woken for an event that is no longer there");
        }

        [TestMethod]
        public void Edge_ofAPinWhoseSourceWasReleased_doesNotRaiseItsSuccessor()
        {
            Reactor reactor = new Reactor(1);
            TestPin pin = new TestPin(reactor, 0);
            reactor.Release(0);
            reactor.Register(0);
            pin.Set(true);
            Assert.AreEqual(SourceState.NotReady, reactor.StateOf(0), "the source is no longer the pin's");
        }

        [TestMethod]
        public void RegisterOnce_finishesWithItsEvent()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.RegisterOnce(0);
            reactor.Raise(0);
            executor.BlockOn(wait);
            Assert.AreEqual(SourceState.Finished, reactor.StateOf(0), "its event was taken");
            string message = "Source 0 is not registered or has finished; register it before it is raised.";
            Expect.Message(message, () => reactor.Raise(0));
            Assert.IsFalse(reactor.TryRaise(0), "TryRaise says so without throwing");
            Expect.Message(message, () => executor.BlockOn(wait));
            reactor.Close();
            Assert.AreEqual(SourceState.Finished, reactor.StateOf(0), "nothing was in flight any more");
        }

        [TestMethod]
        public void Raise_vacantSource_isRefused()
        {
            Reactor reactor = new Reactor(1);
            Expect.Message("Source 0 is not registered or has finished;", () => reactor.Raise(0));
        }

        [TestMethod]
        public void Close_wakesWaitersWhoSeeThatItClosed()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Reactor reactor = new Reactor(2);
            SourceWait waiting = reactor.Register(0);
            SourceWait raised = reactor.Register(1);
            executor.Spawn(waiting);
            executor.RunUntilIdle();
            reactor.Raise(1);
            reactor.Close();
            reactor.Close();
            executor.RunUntilIdle();
            Assert.AreEqual(0, executor.TaskCount, "the waiter was woken");
            Assert.IsTrue(waiting.IsClosed, "and saw why");
            executor.BlockOn(raised);
            Assert.IsFalse(raised.IsClosed, "an event that came before is still delivered");
            executor.BlockOn(raised);
            Assert.IsTrue(raised.IsClosed, "after it there are no more");
            Assert.AreEqual(SourceState.Closed, reactor.StateOf(0), "closed");
        }

        [TestMethod]
        public void Close_refusesEverythingAfterwards()
        {
            Reactor reactor = new Reactor(2);
            reactor.Register(0);
            reactor.Close();
            Assert.IsTrue(reactor.IsClosed, "closed");
            Assert.ThrowsException(typeof(ObjectDisposedException), () => reactor.Register(1), "Register");
            Assert.ThrowsException(typeof(ObjectDisposedException), () => reactor.Raise(0), "Raise");
            Assert.IsFalse(reactor.TryRaise(0), "TryRaise");
        }

        [TestMethod]
        public void Close_waitsForSourcesInFlight()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.RegisterOnce(0);
            AutoResetEvent closing = new AutoResetEvent(false);
            bool raisedFirst = false;
            Thread driver = new Thread(() =>
            {
                closing.WaitOne();
                while (!reactor.IsClosed)
                {
                    // A call, so that the compiler of the desktop reads the property again.
                    Thread.Sleep(0);
                }

                raisedFirst = true;
                reactor.Raise(0);
            });
            driver.Start();
            closing.Set();
            reactor.Close();
            Assert.IsTrue(raisedFirst, "Close returned after the driver had raised its source");
            driver.Join();
            executor.BlockOn(wait);
            Assert.IsFalse(wait.IsClosed, "the event was delivered");
        }

        [TestMethod]
        public void Raise_afterTheWaitEnded_wakesNobody()
        {
            Executor executor = new ManualMachine().NewExecutor(3);
            Reactor reactor = new Reactor(3);
            executor.Spawn(reactor.Register(0));
            long aborted = executor.Spawn(reactor.Register(1));
            long taken = executor.Spawn(reactor.Register(2));
            executor.RunUntilIdle();
            reactor.Raise(0);
            executor.RunUntilIdle();
            executor.Abort(aborted);
            executor.Detach(taken);
            Bystanders bystanders = new Bystanders(executor);
            reactor.Raise(0);
            reactor.Raise(1);
            reactor.Raise(2);
            Assert.AreEqual(0L, bystanders.Polls, "ready, aborted and taken: their slots are those of other tasks now");
        }

        [TestMethod]
        public void Raise_afterARelease_wakesNobody()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            long waiting = executor.Spawn(reactor.Register(0));
            executor.RunUntilIdle();
            reactor.Release(0);
            reactor.Register(0);
            reactor.Raise(0);
            executor.RunUntilIdle();
            Assert.AreEqual(1, (int)executor.PollsOf(waiting), "it waits for what was released");
        }

        [TestMethod]
        public void Close_afterTheWaitEnded_wakesNobody()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Reactor reactor = new Reactor(2);
            SourceWait closed = reactor.Register(0);
            executor.Spawn(closed);
            long aborted = executor.Spawn(reactor.Register(1));
            executor.RunUntilIdle();
            executor.Abort(aborted);
            reactor.Close();
            executor.RunUntilIdle();
            Assert.IsTrue(closed.IsClosed, "the one that waits learns it");
            Bystanders bystanders = new Bystanders(executor);
            reactor.Close();
            reactor.TryRaise(0);
            reactor.TryRaise(1);
            Assert.AreEqual(0L, bystanders.Polls, "and nobody else does");
        }

        [TestMethod]
        public void Poll_withoutAnEvent_isCounted()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.AreEqual(0L, executor.SpuriousPolls, "the first poll has to be");
            wait.Home.Wake();
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.SpuriousPolls, "the second was for nothing");
            reactor.Raise(0);
            executor.RunUntilIdle();
            executor.Spawn(wait);
            executor.RunUntilIdle();
            Assert.AreEqual(1L, executor.SpuriousPolls, "the first poll of the next wait has to be as well");
        }

        [TestMethod]
        public void Take_goesOnElsewhere()
        {
            Executor one = new ManualMachine().NewExecutor(1);
            Executor two = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            long task = one.Spawn(reactor.Register(0));
            one.RunUntilIdle();
            task = two.Spawn(one.Detach(task));
            two.RunUntilIdle();
            Assert.AreEqual(0L, two.SpuriousPolls, "its first poll here has to be");
            reactor.Raise(0);
            Assert.AreEqual(ExecutorState.Idle, one.State, "nobody waits here any more");
            two.RunUntilIdle();
            Assert.IsFalse(two.IsAlive(task), "it is woken where it is");
        }

        [TestMethod]
        public void Close_sourceNobodyWaitedFor_isClosedAtItsFirstPoll()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(2);
            SourceWait recurring = reactor.Register(0);
            SourceWait once = reactor.RegisterOnce(1);
            reactor.Raise(1);
            reactor.Close();
            executor.BlockOn(recurring);
            Assert.IsTrue(recurring.IsClosed, "no event will come");
            executor.BlockOn(once);
            Assert.IsFalse(once.IsClosed, "its event had come");
            Expect.Message("Source 1 is not registered or has finished", () => executor.BlockOn(once));
        }

        [TestMethod]
        public void Poll_afterAReleaseAndAClose_isOver()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait released = reactor.Register(0);
            reactor.Release(0);
            reactor.Close();
            executor.BlockOn(released);
            Assert.IsTrue(released.IsClosed, "a closed reactor has no events, whoever asks");
        }

        [TestMethod]
        public void Ids_atBothEnds_areSources()
        {
            Reactor reactor = new Reactor(1024);
            Assert.AreEqual(1024, reactor.Count, "the most");
            reactor.Register(0);
            reactor.Register(1023);
            Assert.IsTrue(reactor.TryRaise(0) && reactor.TryRaise(1023), "the first and the last");
            Assert.IsFalse(reactor.TryRaise(1024), "one behind the last is none");
            Assert.IsFalse(reactor.TryRaise(-1), "nor one before the first");
            string range = " does not exist; the reactor has sources 0 to 1023.";
            Expect.Message("Source 1024" + range, () => reactor.Release(1024));
            Expect.Message("Source -1" + range, () => reactor.StateOf(-1));
            Expect.Message("Source 1024" + range, () => reactor.StateOf(1024));
            Expect.Message("sources is 1025; give 1 to 1024.", () => new Reactor(1025));
        }

        [TestMethod]
        public void StateOf_followsASourceOfOneEvent()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(2);
            Assert.AreEqual(SourceState.Vacant, reactor.StateOf(1), "nobody has registered it");
            SourceWait wait = reactor.RegisterOnce(1);
            Assert.AreEqual(SourceState.NotReady, reactor.StateOf(1), "its event is to come");
            reactor.Raise(1);
            Assert.AreEqual(SourceState.Ready, reactor.StateOf(1), "it has come");
            executor.BlockOn(wait);
            Assert.AreEqual(SourceState.Finished, reactor.StateOf(1), "it was taken");
            reactor.Release(1);
            Assert.AreEqual(SourceState.Vacant, reactor.StateOf(1), "and can be registered again");
            Assert.IsFalse(reactor.TryRaise(1), "but not raised before");
        }

        [TestMethod]
        public void Poll_withAnotherWaker_wakesTheOnePushedOut()
        {
            Executor one = new ManualMachine().NewExecutor(1);
            Executor two = new ManualMachine().NewExecutor(1);
            Reactor reactor = new Reactor(1);
            SourceWait wait = reactor.Register(0);
            Shares first = new Shares(wait);
            one.Spawn(first);
            one.RunUntilIdle();
            two.Spawn(new Shares(wait));
            two.RunUntilIdle();
            Assert.AreEqual(ExecutorState.NeedRun, one.State, "it would wait in vain and was told");
        }

        private static void BlockOnElsewhere(Future future)
        {
            new ManualMachine().NewExecutor(1).BlockOn(future);
        }

        private sealed class Shares : Future
        {
            private readonly Future _future;

            internal Shares(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                return _future.Poll(waker);
            }
        }

        private sealed class WaitThenGate : Future
        {
            internal int Polls;

            private readonly SourceWait _wait;
            private bool _done;

            internal WaitThenGate(SourceWait wait)
            {
                _wait = wait;
            }

            public override Poll Poll(Waker waker)
            {
                Polls++;
                if (!_done && _wait.Poll(waker) == Ready)
                {
                    _done = true;
                }

                return Pending;
            }
        }
    }
}
