using System;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// What a device must not do, the desktop can count: bytes allocated by the thread of the executor.
    /// </summary>
    [TestClass]
    public class AllocationTests
    {
        private const int Times = 100_000;

        [TestMethod]
        public void WakeAndPoll_allocateNothing()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(8);
            executor.Spawn(new Spinner(Times));
            executor.Spawn(new Spinner(Times));
            Assert.AreEqual(0L, BytesOf(executor.Run), "two tasks that wake themselves");
            Assert.IsTrue(executor.Polls >= 2 * Times, "they did run");
        }

        [TestMethod]
        public void Delays_allocateNothing()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(8);
            for (int i = 0; i < 8; i++)
            {
                executor.Spawn(new Sleeper(10 + i, Times / 8));
            }

            Assert.AreEqual(0L, BytesOf(executor.Run), "armed, fired and polled");
            Assert.IsTrue(executor.Polls >= Times, "they did run");
        }

        [TestMethod]
        public void Intervals_allocateNothing()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(10);
            executor.BlockOn(interval);
            long bytes = BytesOf(() =>
            {
                for (int i = 0; i < Times; i++)
                {
                    executor.BlockOn(interval);
                }
            });
            Assert.AreEqual(0L, bytes, "ticks, parks and spawns");
        }

        [TestMethod]
        public void SourcesAndParks_allocateNothing()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Reactor reactor = new Reactor(1);
            executor.Spawn(new Listener(reactor.Register(0), Times));
            machine.Parker.DuringPark = () => reactor.Raise(0);
            Assert.AreEqual(0L, BytesOf(executor.Run), "raised in a park");
            Assert.IsTrue(executor.Polls >= Times, "it did run");
            Assert.IsTrue(machine.Parker.Parks >= Times, "and parked in between");
        }

        [TestMethod]
        public void SpawnAndAbort_allocateNothing()
        {
            Executor executor = new ManualMachine().NewExecutor(2);
            Gate gate = new Gate();
            long bytes = BytesOf(() =>
            {
                for (int i = 0; i < Times; i++)
                {
                    long handle = executor.Spawn(gate);
                    executor.RunUntilIdle();
                    executor.Abort(handle);
                }
            });
            Assert.AreEqual(0L, bytes, "slots are given and taken back");
        }

        private static long BytesOf(Action action)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        private sealed class Spinner : Future
        {
            private int _left;

            internal Spinner(int times)
            {
                _left = times;
            }

            public override Poll Poll(Waker waker)
            {
                if (_left-- == 0)
                {
                    return Ready;
                }

                waker.Wake();
                return Pending;
            }
        }

        private sealed class Sleeper : Future
        {
            private readonly Delay _delay = new Delay();
            private readonly long _duration;
            private int _left;

            internal Sleeper(long duration, int times)
            {
                _duration = duration;
                _left = times;
                _delay.For(duration);
            }

            public override Poll Poll(Waker waker)
            {
                while (_delay.Poll(waker) == Ready)
                {
                    if (--_left == 0)
                    {
                        return Ready;
                    }

                    _delay.For(_duration);
                }

                return Pending;
            }
        }

        private sealed class Listener : Future
        {
            private readonly SourceWait _wait;
            private int _left;

            internal Listener(SourceWait wait, int times)
            {
                _wait = wait;
                _left = times;
            }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    if (--_left == 0)
                    {
                        return Ready;
                    }
                }

                return Pending;
            }
        }
    }
}
