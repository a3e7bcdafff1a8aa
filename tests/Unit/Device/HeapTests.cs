using System.Threading;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;
using Collector = nanoFramework.Runtime.Native.GC;

namespace NanoExecutor.Tests
{
    // What tests/AllocationProof proves from the code, seen on the heap of the CLR itself.
    [TestClass]
    public class HeapTests
    {
        // A chip gets through a hundred of them in a second.
        private static int FewPolls => Chip.Here ? 100 : 1000;
        private static int ManyPolls => Chip.Here ? 500 : 10000;
        private static int GarbagePolls => Chip.Here ? Garbage.Uses : 50000;

        [TestMethod]
        public void Polls_doNotGrowTheHeap()
        {
            // What the first collections find to free was made before this test.
            Rig rig = new Rig();
            rig.Run(FewPolls);
            Collector.Run(true);
            rig.Run(FewPolls);
            uint before = Collector.Run(true);
            rig.Run(ManyPolls);
            uint after = Collector.Run(true);
            rig.Close();
            Assert.IsTrue(
                after >= before,
                "free after a full collection: " + before.ToString() + " bytes and then " + after.ToString());
        }

        [TestMethod]
        public void Polls_makeNoGarbage()
        {
            Rig rig = new Rig();
            rig.Run(FewPolls);
            Garbage garbage = new Garbage();
            rig.Run(GarbagePolls);
            garbage.ExpectNone();
            rig.Close();
        }

        /// <summary>
        /// Tasks that yield, wait for the time and for a source that another task raises, and one that counts.
        /// </summary>
        private sealed class Rig
        {
            private readonly Executor _executor = new Executor(6, new NanoClrMachine());

            private readonly Counter _counter = new Counter();
            private readonly Reactor _reactor = new Reactor(1);

            internal Rig()
            {
                _executor.Spawn(new Loop(new Yield()));
                _executor.Spawn(new Loop(new Interval(700)));
                _executor.Spawn(new Loop(_reactor.Register(0)));
                _executor.Spawn(new Raiser(_reactor));
            }

            internal void Run(int polls)
            {
                _counter.Left = polls;
                _executor.BlockOn(_counter);
            }

            internal void Close()
            {
                _executor.Close();
            }
        }

        private sealed class Loop : Future
        {
            private readonly Future _future;

            internal Loop(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                while (_future.Poll(waker) == Ready)
                {
                }

                return Pending;
            }
        }

        private sealed class Raiser : Future
        {
            private readonly Reactor _reactor;
            private readonly Delay _delay = new Delay();
            private bool _waits;

            internal Raiser(Reactor reactor)
            {
                _reactor = reactor;
            }

            public override Poll Poll(Waker waker)
            {
                if (_waits && _delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                _reactor.Raise(0);
                _delay.For(300);
                _waits = true;
                return _delay.Poll(waker);
            }
        }

        private sealed class Counter : Future
        {
            internal int Left;

            public override Poll Poll(Waker waker)
            {
                if (Left-- == 0)
                {
                    return Ready;
                }

                waker.Wake();
                return Pending;
            }
        }
    }
}
