using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>Counts begun just before their end: none turns negative, and nothing that is decided by one changes.</summary>
    [TestClass]
    public class CounterEndTests
    {
        private const int End = int.MaxValue;

        [TestMethod]
        public void Dropped_ofASemaphore_staysAtItsEnd()
        {
            Semaphore semaphore = new Semaphore(1, 1);
            Private.Set(Private.Get(semaphore, "Permits"), "_dropped", End - 1);
            for (int i = 0; i < 3; i++)
            {
                semaphore.Release();
                Assert.AreEqual(End, semaphore.Dropped, "stays");
            }
        }

        [TestMethod]
        public void Dropped_ofAChannel_staysAtItsEnd()
        {
            foreach (WhenFull whenFull in new[] { WhenFull.Refuse, WhenFull.DropOldest, WhenFull.DropNewest })
            {
                LongChannel channel = new LongChannel(1, whenFull);
                channel.TrySend(0);
                Private.Set(channel.Ring, "_dropped", End - 1);
                for (int i = 0; i < 3; i++)
                {
                    channel.TrySend(i);
                    Assert.AreEqual(End, channel.Dropped, "stays: " + whenFull.ToString());
                }
            }
        }

        [TestMethod]
        public void Dropped_ofAPipe_staysAtItsEnd()
        {
            foreach (WhenFull whenFull in new[] { WhenFull.Refuse, WhenFull.DropOldest })
            {
                Pipe pipe = new Pipe(1, whenFull);
                Private.Set(pipe, "_refused", (long)End - 5);
                Private.Set(pipe, "_overrun", 3L);
                byte[] to = new byte[1];
                for (int i = 0; i < 3; i++)
                {
                    pipe.WriteByte(1);
                    pipe.WriteByte(2);
                    pipe.WriteByte(3);
                    pipe.Reader.TryRead(to, 0, 1);
                    Assert.AreEqual(End, pipe.Dropped, "stays: " + whenFull.ToString());
                }
            }
        }

        [TestMethod]
        public void ReplacedAndDropped_ofASignal_stayAtTheirEnd()
        {
            LongSignal signal = new LongSignal(1);
            signal.Set(0);
            Private.Set(signal.Values, "_replaced", End - 1);
            Private.Set(signal.Values, "_dropped", End - 1);
            for (int i = 0; i < 3; i++)
            {
                signal.Set(i);
                Assert.AreEqual(End, signal.Replaced, "stays");
            }

            // No place is free, as while more threads than declared are in the middle of Set.
            Private.Set(signal.Values, "Owned", new[] { 1, 1, 1 });
            for (int i = 0; i < 3; i++)
            {
                Assert.IsFalse(signal.Set(i), "refused");
                Assert.AreEqual(End, signal.Dropped, "stays");
            }
        }

        [TestMethod]
        public void Watch_goesOnAfterMoreValuesThanAnIntCounts()
        {
            foreach (long version in new[] { int.MaxValue - 1L, -1L + (1L << 32), 1L << 32 })
            {
                LongWatch watch = new LongWatch();
                LongWatchReader early = watch.NewReader();
                Executor executor = new ManualMachine().NewExecutor(1);
                watch.Version = version;
                for (int i = 0; i < 3; i++)
                {
                    watch.Set(i);
                    executor.BlockOn(early);
                    Assert.AreEqual((long)i, early.Result, "each is new");
                    LongWatchReader late = watch.NewReader();
                    executor.BlockOn(late);
                    Assert.AreEqual((long)i, late.Result, "also to one that has seen none");
                }
            }
        }

        [TestMethod]
        public void Barrier_goesOnWhenItsRoundsEnd()
        {
            Barrier barrier = new Barrier(2);
            Executor executor = new ManualMachine().NewExecutor(2);
            Private.Set(barrier, "Round", End - 1);
            Private.Set(barrier, "Generation", End - 1);
            Awaiting one = new Awaiting(barrier.NewWait(), 4);
            Awaiting two = new Awaiting(barrier.NewWait(), 4);
            executor.Spawn(one);
            executor.Spawn(two);
            executor.RunUntilIdle();
            Assert.AreEqual(4, one.Done, "each round was complete");
            Assert.AreEqual(4, two.Done, "for both");
            Assert.AreEqual(End, barrier.Round, "stays");
        }

        [TestMethod]
        public void WorkerCall_whoseNumbersHaveGoneRound_isMadeEachTime()
        {
            // As after 2^32 calls, of which the one with the number 0 and one more were cancelled.
            Worker worker = new Worker(1);
            int made = 0;
            WorkerCall call = worker.NewCall(argument => ++made);
            Executor executor = NewExecutor();
            try
            {
                foreach (int cancelled in new[] { 0, -1, 1 })
                {
                    made = 0;
                    Private.Set(call, "_asked", -3);
                    Private.Set(call, "_over", -3);
                    Private.Set(call, "_cancelled", cancelled);
                    for (int i = 1; i <= 6; i++)
                    {
                        executor.BlockOn(call);
                        Assert.AreEqual(i, made, "made and not taken for one that was cancelled");
                        Assert.AreEqual(i, (int)call.Result, "its own result");
                    }
                }
            }
            finally
            {
                worker.Close();
            }
        }

        [TestMethod]
        public void Retry_withoutEnd_doesNotEnd()
        {
            ThrowsAlways failing = new ThrowsAlways();
            Retry retry = new Retry(failing, int.MaxValue, new Backoff(0));
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(retry);
            executor.OnIdle = e => e.Stop();
            failing.StopAfter(3, executor);
            executor.Run();
            Private.Set(retry, "_attempts", int.MaxValue - 2L);
            failing.StopAfter(5, executor);
            executor.Run();
            Assert.IsNull(executor.ExceptionOf(task), "no attempt is the last");
            Assert.IsTrue(executor.IsAlive(task), "it goes on");
            Assert.AreEqual(End, retry.Attempts, "stays");
        }

        [TestMethod]
        public void Retry_withAnEnd_endsThere()
        {
            ThrowsAlways failing = new ThrowsAlways();
            Retry retry = new Retry(failing, int.MaxValue - 1, new Backoff(0));
            Executor executor = new ManualMachine().NewExecutor(1);
            long task = executor.Spawn(retry);
            failing.StopAfter(1, executor);
            executor.Run();
            Private.Set(retry, "_attempts", int.MaxValue - 3L);
            executor.RunUntilIdle();
            Assert.IsNotNull(executor.ExceptionOf(task), "the last attempt has failed");
            Assert.AreEqual(int.MaxValue - 1, retry.Attempts, "as many as asked for");
        }

        [TestMethod]
        public void Restarts_stayAtTheirEnd()
        {
            Executor executor = new ManualMachine().NewExecutor(1);
            Supervised supervised = new Supervised(new Thrower(3), RestartPolicy.Always(null));
            Private.Set(supervised, "Restarts", End - 1);
            executor.BlockOn(supervised);
            Assert.AreEqual(End, supervised.Restarts, "three more");
        }

        [TestMethod]
        public void Overruns_stayAtTheirEnd()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Budget budget = new Budget(new TakesTime(machine), 0);
            Private.Set(budget, "Overruns", End - 1);
            for (int i = 0; i < 3; i++)
            {
                executor.BlockOn(budget);
                Assert.AreEqual(End, budget.Overruns, "stays");
            }
        }

        [TestMethod]
        public void Changes_ofASimulatedPin_stayAtTheirEnd()
        {
            Boards.Desktop.SimulatedOutputPin desktop = new Boards.Desktop.SimulatedOutputPin("led");
            Boards.NanoClr.SimulatedOutputPin device = new Boards.NanoClr.SimulatedOutputPin();
            Private.Set(desktop, "_changes", End - 1);
            Private.Set(device, "Changes", End - 1);
            for (int i = 0; i < 3; i++)
            {
                desktop.Toggle();
                device.Toggle();
                Assert.AreEqual(End, desktop.Changes, "stays");
                Assert.AreEqual(End, device.Changes, "stays");
            }
        }

        [TestMethod]
        public void Deadlines_atTheEndOfTheClock_doNotOverflow()
        {
            ManualMachine machine = new ManualMachine();
            machine.Clock.Step = 10 * Duration.Millisecond;
            machine.Clock.Time = Duration.Longest / 2;
            Executor executor = machine.NewExecutor(4);
            executor.Spawn(new Delay().For(Duration.Longest));
            executor.Spawn(new Interval(Duration.Longest));
            executor.Spawn(new WithTimeout(new NeverFuture(), Duration.Longest));
            executor.Spawn(new Retry(new Thrower(1), 2, new Backoff(Duration.Longest)));
            long next = executor.RunUntilIdle();
            Assert.IsTrue(next > Duration.Longest && next < long.MaxValue, "a deadline that will come");
            Assert.AreEqual(4, executor.TaskCount, "nobody is ready");
        }

        private static Executor NewExecutor()
        {
            ManualMachine machine = new ManualMachine();
            return new Executor(1, new AnyMachine(machine.Clock, new ThreadParker()));
        }

        private sealed class ThrowsAlways : Future
        {
            private Executor _executor;
            private int _left;

            internal void StopAfter(int polls, Executor executor)
            {
                _left = polls;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                if (--_left == 0)
                {
                    _executor.Stop();
                }

                throw new System.InvalidOperationException("thrown by a test");
            }
        }

        private sealed class TakesTime : Future
        {
            private readonly ManualMachine _machine;

            internal TakesTime(ManualMachine machine)
            {
                _machine = machine;
            }

            public override Poll Poll(Waker waker)
            {
                _machine.Clock.Time++;
                return Ready;
            }
        }
    }
}
