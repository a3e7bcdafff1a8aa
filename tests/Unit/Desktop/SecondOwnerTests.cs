using System;
using System.Collections.Generic;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Two tasks that await one future: the second is told so, with both names, and whatever it does then the first one's wait
    /// goes on.
    /// </summary>
    [TestClass]
    public class SecondOwnerTests
    {
        [TestMethod]
        public void SecondTask_thatAwaitsAFuture_isRefusedWithBothNames()
        {
            foreach (Case one in Cases())
            {
                ManualMachine machine = new ManualMachine();
                Executor executor = machine.NewExecutor(4);
                Exception thrown = null;
                executor.OnFault = (e, handle, exception) => thrown = exception;
                long first = executor.Spawn(new First(one.Future));
                executor.RunUntilIdle();
                long second = executor.Spawn(new Second(one.Future));
                executor.RunUntilIdle();
                Assert.IsTrue(thrown is InvalidOperationException, one.Name + ": the second is refused");
                Assert.AreEqual(
                    "Task " + second.ToString() + " (Second, slot 1) polled a " + one.Future.GetType().Name + " that Task "
                    + first.ToString() + " (First, slot 0) awaits. One future is awaited by one task at a time; make one for "
                    + "each, or cancel it before another task awaits it.",
                    thrown.Message,
                    one.Name);
                Assert.IsTrue(executor.IsAsleep(first), one.Name + ": the first waits on");
                Assert.IsTrue(executor.Polls < 5, one.Name + ": they take no turns");
            }
        }

        [TestMethod]
        public void FirstTask_afterTheSecondWasRefusedAndCancelled_hasWhatItWaitsFor()
        {
            foreach (Case one in Cases())
            {
                ManualMachine machine = new ManualMachine();
                Executor executor = machine.NewExecutor(4);
                executor.OnFault = (e, handle, exception) => { };
                long first = executor.Spawn(new First(one.Future));
                executor.RunUntilIdle();
                executor.Spawn(new Second(one.Future));
                executor.RunUntilIdle();
                machine.Clock.Time += 2000;
                one.Give();
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(first), one.Name + ": ready");
            }
        }

        [TestMethod]
        public void FirstTask_afterTheSecondWasRefusedInACombinator_hasWhatItWaitsFor()
        {
            foreach (string kind in new[] { "join", "race", "timeout", "sequence", "retry", "supervised", "cancellation" })
            {
                foreach (Case one in Cases())
                {
                    ManualMachine machine = new ManualMachine();
                    Executor executor = machine.NewExecutor(4);
                    executor.OnFault = (e, handle, exception) => { };
                    long first = executor.Spawn(new First(one.Future));
                    executor.RunUntilIdle();
                    Future second = Around(kind, one.Future);
                    long handle = executor.Spawn(second);
                    executor.RunUntilIdle();
                    Assert.IsTrue(executor.ExceptionOf(handle) != null, one.Name + " in a " + kind + ": refused");
                    machine.Clock.Time += 2000;
                    one.Give();
                    executor.RunUntilIdle();
                    Assert.IsFalse(executor.IsAlive(first), one.Name + " in a " + kind + ": ready");
                }
            }
        }

        [TestMethod]
        public void FirstTask_whenItIsAborted_cancelsItsWaitAlthoughAnotherWasRefused()
        {
            foreach (Case one in Cases())
            {
                Executor executor = new ManualMachine().NewExecutor(4);
                executor.OnFault = (e, handle, exception) => { };
                long first = executor.Spawn(new First(one.Future));
                executor.RunUntilIdle();
                executor.Spawn(new Second(one.Future));
                executor.RunUntilIdle();
                executor.Abort(first);
                Assert.AreEqual(0, executor.Timers.Count, one.Name + ": no timer is left");
                if (one.Rearm == null)
                {
                    continue;
                }

                one.Rearm();
                long third = executor.Spawn(new Second(one.Future));
                executor.RunUntilIdle();
                Assert.IsTrue(executor.IsAsleep(third), one.Name + ": another task may await it now");
                executor.Abort(third);
            }
        }

        [TestMethod]
        public void Task_thatAwaitsAFutureAtTwoPlaces_isToldSo()
        {
            Semaphore semaphore = new Semaphore(0, 1);
            SemaphoreAcquire acquire = semaphore.NewAcquire();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.OnFault = (e, h, exception) => { };
            long handle = executor.Spawn(new Join(new Race(acquire, new NeverFuture()), new Race(acquire, new NeverFuture())));
            executor.RunUntilIdle();
            Assert.AreEqual(
                "Task " + handle.ToString() + " (Join, slot 0) awaits one SemaphoreAcquire at two places at once; make a second "
                + "one, or cancel the combinator that has it before it is awaited elsewhere.",
                executor.ExceptionOf(handle).Message,
                "there would be no end to it");
            Assert.IsFalse(acquire.IsWaiting, "and it holds up nobody");
        }

        [TestMethod]
        public void Yield_thatTwoTasksAwait_isThatOfTheFirst()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            executor.OnFault = (e, h, exception) => { };
            Yield turn = new Yield();
            long first = executor.Spawn(new First(turn));
            long second = executor.Spawn(new Second(turn));
            executor.RunUntilIdle();
            Assert.IsTrue(
                executor.ExceptionOf(second).Message.StartsWith("Task " + second.ToString() + " (Second, slot 1) polled a Yield "),
                "the second is refused");
            Assert.IsFalse(executor.IsAlive(first), "the first has given way and gone on");
        }

        [TestMethod]
        public void WorkerCall_thatTwoTasksAwait_isMadeForTheFirst()
        {
            Worker worker = new Worker(1);
            worker.Thread.Thread.IsBackground = true;
            AutoResetEvent mayGo = new AutoResetEvent(false);
            WorkerCall call = worker.NewCall(argument => mayGo.WaitOne());
            Executor executor = new Executor(2, new Boards.Desktop.DesktopMachine());
            executor.OnFault = (e, h, exception) => mayGo.Set();
            executor.Spawn(new First(call));
            long second = executor.Spawn(new Second(call));
            executor.Run();
            Assert.IsTrue(executor.ExceptionOf(second) != null, "the second is refused");
            Assert.AreEqual(true, (bool)call.Result, "and the call is over for the first");
            executor.Close();
        }

        [TestMethod]
        public void Future_thatItsTaskHasLeftBehind_isFreeForAnother()
        {
            foreach (Case one in Cases())
            {
                ManualMachine machine = new ManualMachine();
                Executor executor = machine.NewExecutor(2);
                executor.Spawn(new PolledAndLeft(one.Future));
                executor.RunUntilIdle();
                executor.Spawn(new NeverFuture());
                long next = executor.Spawn(new First(one.Future));
                executor.RunUntilIdle();
                machine.Clock.Time += 2000;
                one.Give();
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(next), one.Name + ": the task that had it has ended");
            }
        }

        [TestMethod]
        public void Future_thatIsTakenWithItsTask_movesToAnotherSlot()
        {
            foreach (Case one in Cases())
            {
                ManualMachine machine = new ManualMachine();
                Executor executor = machine.NewExecutor(3);
                long handle = executor.Spawn(new First(one.Future));
                executor.RunUntilIdle();
                Future task = executor.Detach(handle);

                // It has the slot of the one before, and another one has to be found.
                executor.Spawn(new NeverFuture());
                handle = executor.Spawn(task);
                executor.RunUntilIdle();
                Assert.IsTrue(executor.IsAsleep(handle), one.Name + ": it waits on");
                machine.Clock.Time += 2000;
                one.Give();
                executor.RunUntilIdle();
                Assert.IsFalse(executor.IsAlive(handle), one.Name + ": ready");
            }
        }

        private static Future Around(string kind, Future future)
        {
            switch (kind)
            {
                case "join":
                    return new Join(future, new NeverFuture());
                case "race":
                    return new Race(future, new NeverFuture());
                case "timeout":
                    return new WithTimeout(future, 100000);
                case "sequence":
                    return new Sequence(future, new NeverFuture());
                case "retry":
                    return new Retry(future, 1, new Backoff(0));
                case "supervised":
                    return new Supervised(future, RestartPolicy.Never);
                default:
                    return new WithCancellation(future);
            }
        }

        private static List<Case> Cases()
        {
            List<Case> cases = new List<Case>();
            Delay delay = new Delay().For(1000);
            cases.Add(new Case("Delay", delay, () => { }, () => delay.For(1000)));
            Delay until = new Delay().Until(1000);
            cases.Add(new Case("Delay.Until", until, () => { }, () => until.Until(1000)));
            cases.Add(new Case("Interval", new Interval(1000), () => { }, () => { }));
            Reactor reactor = new Reactor(1);
            cases.Add(new Case("SourceWait", reactor.Register(0), () => reactor.Raise(0), () => { }));
            Signal signal = new Signal();
            cases.Add(new Case("Signal", signal.NewWait(), () => signal.Set("set"), () => { }));
            LongSignal longSignal = new LongSignal();
            cases.Add(new Case("LongSignal", longSignal.NewWait(), () => longSignal.Set(1), () => { }));
            Watch watch = new Watch();
            cases.Add(new Case("Watch", watch.NewReader(), () => watch.Set("set"), () => { }));
            LongWatch longWatch = new LongWatch();
            cases.Add(new Case("LongWatch", longWatch.NewReader(), () => longWatch.Set(1), () => { }));
            Once once = new Once();
            cases.Add(new Case("Once", once.NewWait(), () => once.Set("set"), () => { }));
            EventFlags flags = new EventFlags(true);
            cases.Add(new Case("EventFlags", flags.NewWaitAll(3), () => flags.Set(3), () => { }));
            Semaphore semaphore = new Semaphore(0, 1);
            cases.Add(new Case("Semaphore", semaphore.NewAcquire(), () => semaphore.Release(), () => { }));
            Mutex mutex = new Mutex();
            MutexLock held = mutex.NewLock();
            held.TryLock();
            cases.Add(new Case("Mutex", mutex.NewLock(), held.Release, () => { }));
            ReaderWriterLock both = new ReaderWriterLock();
            WriteLock writing = both.NewWriteLock();
            new ManualMachine().NewExecutor(1).BlockOn(writing);
            cases.Add(new Case("ReadLock", both.NewReadLock(), writing.Release, () => { }));
            ReaderWriterLock other = new ReaderWriterLock();
            ReadLock reading = other.NewReadLock();
            new ManualMachine().NewExecutor(1).BlockOn(reading);
            cases.Add(new Case("WriteLock", other.NewWriteLock(), reading.Release, () => { }));
            Barrier barrier = new Barrier(2);
            BarrierWait last = barrier.NewWait();
            cases.Add(new Case("Barrier", barrier.NewWait(), () => last.Poll(NewWaker()), () => { }));
            Channel channel = new Channel(1);
            cases.Add(new Case("Channel.Receive", channel.NewReceive(), () => channel.TrySend("item"), () => { }));
            LongChannel full = new LongChannel(1);
            full.TrySend(1);
            LongChannelSend send = full.NewSend().With(2);
            long received;
            cases.Add(new Case("LongChannel.Send", send, () => full.TryReceive(out received), () => send.With(2)));
            PubSub news = new PubSub(2);
            cases.Add(new Case("PubSub", news.NewSubscriber(), () => news.Publish("news"), () => { }));
            Pipe pipe = new Pipe(4);
            PipeReader reader = pipe.Reader.Into(new byte[4], 0, 4);
            cases.Add(new Case("Pipe.Reader", reader, () => pipe.Write(new byte[4], 0, 4), null));
            Pipe fullPipe = new Pipe(4);
            fullPipe.Write(new byte[4], 0, 4);
            PipeWriter writer = fullPipe.Writer.From(new byte[4], 0, 4);
            cases.Add(new Case("Pipe.Writer", writer, () => fullPipe.Reader.TryRead(new byte[4], 0, 4), null));
            TestPin pin = new TestPin();
            cases.Add(new Case("WaitForEdge", new WaitForEdge(pin, Edge.Rising), () => pin.Set(true), () => { }));
            TestPin level = new TestPin();
            cases.Add(new Case("WaitForLevel", new WaitForLevel(level, true), () => level.Set(true), () => { }));
            CancellationWait request = new CancellationWait();
            cases.Add(new Case("CancellationWait", request, request.Request, () => { }));
            WatchedThread thread = new WatchedThread(() => { });
            cases.Add(new Case("WaitForThread", thread.NewWait(), () => Finish(thread), () => { }));
            AddCombinators(cases);
            return cases;
        }

        private static void AddCombinators(List<Case> cases)
        {
            foreach (Func<Future, Future> make in new Func<Future, Future>[]
            {
                future => new Join(future, new ReadyFuture()),
                future => new Race(future, new NeverFuture()),
                future => new WithTimeout(future, 1000000),
                future => new WithDeadline(future).Until(1000000),
                future => new WithCancellation(future),
                future => new Sequence(new ReadyFuture(), future),
                future => new Repeat(future, 1),
                future => new Retry(future, 1, new Backoff(0)),
                future => new Supervised(future, RestartPolicy.Never),
                future => new Budget(future, 1000),
            })
            {
                Semaphore semaphore = new Semaphore(0, 1);
                Future made = make(semaphore.NewAcquire());
                WithDeadline limited = made as WithDeadline;
                Action rearm = limited == null ? () => { } : () => limited.Until(1000000);
                cases.Add(new Case(made.GetType().Name, made, () => semaphore.Release(), rearm));
            }
        }

        private static Waker NewWaker()
        {
            Gate gate = new Gate();
            Executor executor = new ManualMachine().NewExecutor(1);
            executor.Spawn(gate);
            executor.RunUntilIdle();
            return gate.Waker;
        }

        private static void Finish(WatchedThread thread)
        {
            thread.Start();
            thread.Thread.Join();
        }

        private sealed class Case
        {
            internal readonly string Name;
            internal readonly Future Future;
            internal readonly Action Give;
            internal readonly Action Rearm;

            internal Case(string name, Future future, Action give, Action rearm)
            {
                Name = name;
                Future = future;
                Give = give;
                Rearm = rearm;
            }
        }

        private class First : Future
        {
            private readonly Future _inner;

            internal First(Future inner)
            {
                _inner = inner;
            }

            public override Poll Poll(Waker waker)
            {
                return _inner.Poll(waker);
            }

            public override void Cancel()
            {
                _inner.Cancel();
            }

            public override void Detach()
            {
                _inner.Detach();
            }
        }

        private sealed class Second : First
        {
            internal Second(Future inner)
                : base(inner)
            {
            }
        }

        private sealed class PolledAndLeft : Future
        {
            private readonly Future _inner;

            internal PolledAndLeft(Future inner)
            {
                _inner = inner;
            }

            public override Poll Poll(Waker waker)
            {
                _inner.Poll(waker);
                return Ready;
            }
        }
    }
}
