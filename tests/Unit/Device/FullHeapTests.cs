using System;
using System.Threading;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    // On nanoCLR a call takes its frame from the heap, so with that full any call of the executor may throw, in the middle of
    // whatever it does.
    [TestClass]
    public class FullHeapTests
    {
        private const int Rounds = 40;
        private const int Nap = 10;
        private const int Enough = 10;
        private const int Patience = 1000;
        private const int LargestPiece = 4096;

        [TestMethod]
        public void Tasks_goOnAfterTheHeapWasFull()
        {
            Reactor reactor = new Reactor(1);
            Count timed = new Count(new Interval(5 * Duration.Millisecond));
            Count raised = new Count(reactor.Register(0));
            Executor executor = new Executor(3, new NanoClrMachine());
            executor.Spawn(timed);
            executor.Spawn(raised);
            executor.Spawn(new Raiser(reactor));
            Thread runner = new Thread(executor.Run);
            runner.Start();
            bool began = GoOn(timed, raised);
            int full = KeepFull();
            bool wentOn = GoOn(timed, raised);
            int faulted = executor.Faulted;
            executor.Stop();
            runner.Join();
            executor.Close();
            Assert.IsTrue(began, "the tasks run at all");
            Assert.AreEqual(Rounds, full, "the heap was full each time");
            Assert.AreEqual(0, faulted, "a full heap is no task's fault");
            Assert.IsTrue(wentOn, "after the memory was free again");
        }

        // Fills the heap, whatever became free in between too; all of it is free when this returns.
        private static int KeepFull()
        {
            object[] all = null;
            int full = 0;
            for (int round = 0; round < Rounds; round++)
            {
                for (int size = round == 0 ? LargestPiece : 1; size > 0; size >>= 1)
                {
                    try
                    {
                        while (true)
                        {
                            object[] piece = new object[(size / 16) + 1];
                            piece[0] = all;
                            all = piece;
                        }
                    }
                    catch (OutOfMemoryException)
                    {
                        full += size == 1 ? 1 : 0;
                    }
                }

                try
                {
                    Thread.Sleep(Nap);
                }
                catch (OutOfMemoryException)
                {
                    // The others have their turn all the same.
                }
            }

            return full;
        }

        private static bool GoOn(Count one, Count other)
        {
            int oneBefore = one.Done;
            int otherBefore = other.Done;
            for (int i = 0; i < Patience; i++)
            {
                if (one.Done - oneBefore >= Enough && other.Done - otherBefore >= Enough)
                {
                    return true;
                }

                Thread.Sleep(Nap);
            }

            return false;
        }

        private sealed class Count : Future
        {
            internal int Done;

            private readonly Future _future;

            internal Count(Future future)
            {
                _future = future;
            }

            public override Poll Poll(Waker waker)
            {
                while (_future.Poll(waker) == Ready)
                {
                    Done++;
                }

                return Pending;
            }
        }

        private sealed class Raiser : Future
        {
            private readonly Reactor _reactor;
            private readonly Interval _interval = new Interval(7 * Duration.Millisecond);

            internal Raiser(Reactor reactor)
            {
                _reactor = reactor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_interval.Poll(waker) == Ready)
                {
                    _reactor.Raise(0);
                }

                return Pending;
            }
        }
    }
}
