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
        private const int FullFor = 5000;
        private const int Looks = 40;
        private const int MemoryOfALook = 300;
        private const int RoundsPerLook = 16;
        private const int Nap = 10;
        private const int Enough = 10;
        private const int Patience = 1000;
        private const int LargestPiece = 4096;

        [TestMethod]
        public void Tasks_goOnAfterTheHeapWasFull()
        {
            Reactor reactor = new Reactor(1);
            LongChannel channel = new LongChannel(2);
            Count[] counts =
            {
                new Count(new Interval(5 * Duration.Millisecond), null),
                new Count(new Interval(20 * Duration.Millisecond, 20 * Duration.Millisecond), null),
                new Count(reactor.Register(0), channel),
                new Count(channel.NewReceive(), null),
            };
            Executor executor = new Executor(counts.Length + 1, new NanoClrMachine());
            foreach (Count count in counts)
            {
                executor.Spawn(count);
            }

            executor.Spawn(new Raiser(reactor));
            Thread runner = new Thread(executor.Run);
            runner.Start();
            string began = WhoIsStuck(counts);
            int rounds = 0;
            int full = 0;
            KeepFull(ref rounds, ref full);
            string wentOn = WhoIsStuck(counts);
            int faulted = executor.Faulted;
            executor.Stop();
            runner.Join();
            executor.Close();
            Assert.AreEqual("", began, "tasks that do not run at all");
            Assert.AreEqual(rounds, full, "the heap was full each time");
            Assert.AreEqual(0, faulted, "a full heap is no task's fault");
            Assert.AreEqual("", wentOn, "tasks that do not go on after the memory was free again");
        }

        /// <summary>
        /// Keeps the heap full, whatever becomes free in between; all of it is free when this returns. A look at the time needs
        /// memory too, so some is set aside for each.
        /// </summary>
        private static void KeepFull(ref int rounds, ref int full)
        {
            byte[][] forALook = new byte[Looks][];
            for (int look = 0; look < Looks; look++)
            {
                forALook[look] = new byte[MemoryOfALook];
            }

            object[] all = null;
            long end = Environment.TickCount64 + FullFor;
            for (int look = 0; look < Looks; rounds++)
            {
                for (int size = rounds == 0 ? LargestPiece : 1; size > 0; size >>= 1)
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
                    if (rounds % RoundsPerLook == RoundsPerLook - 1)
                    {
                        forALook[look++] = null;
                        look = Environment.TickCount64 < end ? look : Looks;
                    }
                }
                catch (OutOfMemoryException)
                {
                    // The others have their turn all the same.
                }
            }
        }

        // Which of the tasks do not go on, as text.
        private static string WhoIsStuck(Count[] counts)
        {
            int[] before = new int[counts.Length];
            for (int i = 0; i < counts.Length; i++)
            {
                before[i] = counts[i].Done;
            }

            string stuck = "";
            for (int i = 0; i < counts.Length; i++)
            {
                for (int nap = 0; nap < Patience && counts[i].Done - before[i] < Enough; nap++)
                {
                    Thread.Sleep(Nap);
                }

                stuck += counts[i].Done - before[i] < Enough ? " " + i.ToString() : "";
            }

            return stuck;
        }

        private sealed class Count : Future
        {
            internal int Done;

            private readonly Future _future;
            private readonly LongChannel _next;

            internal Count(Future future, LongChannel next)
            {
                _future = future;
                _next = next;
            }

            public override Poll Poll(Waker waker)
            {
                while (_future.Poll(waker) == Ready)
                {
                    Done++;
                    if (_next != null)
                    {
                        _next.TrySend(Done);
                    }
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
