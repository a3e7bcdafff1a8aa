using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Real threads on real processors give, and the tasks of an executor on a thread of its own take: nothing is lost,
    /// nothing comes twice, and what one thread gives comes in its order.
    /// </summary>
    [TestClass]
    public class SyncStressTests
    {
        private const int Threads = 4;
        private const int PerThread = 10_000;
        private const int All = Threads * PerThread;

        // Each takes well under a second; this is for one that hangs because something was lost.
        private static readonly TimeSpan _hung = TimeSpan.FromSeconds(60);

        [TestMethod]
        public void Channel_deliversEachItemOnce()
        {
            foreach (int capacity in new[] { 1, 3, 64 })
            {
                LongChannel channel = new LongChannel(capacity);
                Ledger ledger = new Ledger();
                Executor executor = NewExecutor();
                Taking[] takers = new Taking[3];
                for (int i = 0; i < takers.Length; i++)
                {
                    LongChannelReceive receive = channel.NewReceive();
                    takers[i] = new Taking(receive, () => receive.IsClosed ? Taking.End : receive.Result, ledger);
                    executor.Spawn(takers[i]);
                }

                Run(executor, channel.Close, item =>
                {
                    while (!channel.TrySend(item))
                    {
                        Thread.Yield();
                    }
                });
                Assert.AreEqual(All, ledger.Count, "each item came, through " + capacity.ToString() + " places");
                Assert.AreEqual(0, channel.Count, "none is left");
            }
        }

        [TestMethod]
        public void ChannelThatDropsItsOldest_deliversOrCountsEachItem()
        {
            foreach (int capacity in new[] { 1, 5 })
            {
                LongChannel channel = new LongChannel(capacity, WhenFull.DropOldest);
                Ledger ledger = new Ledger();
                Executor executor = NewExecutor();
                LongChannelReceive receive = channel.NewReceive();
                executor.Spawn(new Taking(receive, () => receive.IsClosed ? Taking.End : receive.Result, ledger));
                Run(executor, channel.Close, item => channel.TrySend(item));
                Assert.AreEqual(All, ledger.Count + channel.Dropped, "received or dropped, through " + capacity.ToString());
            }
        }

        [TestMethod]
        public void Signal_deliversEachValueOnceOrReplacesIt()
        {
            LongSignal signal = new LongSignal(Threads + 1);
            Ledger ledger = new Ledger();
            Executor executor = NewExecutor();
            LongSignalWait wait = signal.NewWait();
            executor.Spawn(new Taking(wait, () => wait.Result, ledger));
            Run(executor, () => SetUntilTaken(signal), item => signal.Set(item));
            Assert.AreEqual(0, signal.Dropped, "there were as many writers as declared");
            Assert.AreEqual(All + 1, ledger.Count + 1 + signal.Replaced, "taken or replaced, and the end");
        }

        [TestMethod]
        public void SignalWithTooFewWriters_refusesAndCounts()
        {
            LongSignal signal = new LongSignal(1);
            Ledger ledger = new Ledger();
            Executor executor = NewExecutor();
            LongSignalWait wait = signal.NewWait();
            executor.Spawn(new Taking(wait, () => wait.Result, ledger));
            int refused = 0;
            Run(executor, () => SetUntilTaken(signal), item =>
            {
                if (!signal.Set(item))
                {
                    Interlocked.Increment(ref refused);
                }
            });
            Assert.AreEqual(refused, signal.Dropped, "who was refused was told");
            Assert.AreEqual(All, ledger.Count + signal.Replaced + signal.Dropped, "taken, replaced or refused");
        }

        [TestMethod]
        public void Semaphore_handsOutEachPermitOnce()
        {
            Semaphore semaphore = new Semaphore(0, All);
            Executor executor = NewExecutor();
            for (int i = 0; i < 4; i++)
            {
                executor.Spawn(new Awaiting(semaphore.NewAcquire(), All / 4));
            }

            Run(executor, () => { }, item => semaphore.Release());
            Assert.AreEqual(0, semaphore.Available, "all were taken");
            Assert.AreEqual(0, semaphore.Waiting, "by those that waited");
        }

        [TestMethod]
        public void EventFlags_letOneGoOnForEachFlag()
        {
            EventFlags flags = new EventFlags(true);
            Executor executor = NewExecutor();
            int[] taken = new int[Threads];
            int[] left = new[] { All };
            for (int i = 0; i < 3; i++)
            {
                executor.Spawn(new FlagTaker(flags.NewWaitAny((1 << Threads) - 1), taken, left, executor));
            }

            Run(executor, () => { }, item =>
            {
                int flag = 1 << (int)(item >> 32);
                flags.Set(flag);
                while ((flags.Value & flag) != 0)
                {
                    Thread.Yield();
                }
            });
            foreach (int count in taken)
            {
                Assert.AreEqual(PerThread, count, "each flag was taken as often as it was set");
            }
        }

        [TestMethod]
        public void Watch_showsEveryReaderTheLastValue()
        {
            LongWatch watch = new LongWatch(Threads + 1);
            Executor executor = NewExecutor();
            Ledger[] ledgers = new[] { new Ledger(), new Ledger() };
            foreach (Ledger ledger in ledgers)
            {
                LongWatchReader reader = watch.NewReader();
                executor.Spawn(new Taking(reader, () => reader.Result, ledger));
            }

            Run(executor, () => watch.Set(Taking.End), item => watch.Set(item));
            Assert.AreEqual(0, watch.Dropped, "there were as many writers as declared");
            Assert.IsTrue(ledgers[0].Count > 0 && ledgers[1].Count > 0, "both saw values and, as they ended, the last");
        }

        [TestMethod]
        public void PubSub_deliversOrReportsEachMessage()
        {
            LongPubSub source = new LongPubSub(16);
            int published = 0;
            Executor[] executors = new[] { NewExecutor(), NewExecutor() };
            LongSubscriber[] subscribers = new[] { source.NewSubscriber(), source.NewSubscriber() };
            Ledger[] ledgers = new[] { new Ledger(), new Ledger() };
            for (int i = 0; i < 2; i++)
            {
                LongSubscriber subscriber = subscribers[i];
                executors[i].Spawn(
                    new Taking(subscriber, () => subscriber.IsClosed ? Taking.End : subscriber.Result, ledgers[i]));
            }

            Thread second = Start(executors[1].Run);
            Run(executors[0], source.Close, item =>
            {
                if (source.Publish(item))
                {
                    Interlocked.Increment(ref published);
                }
            });
            Join(second);
            for (int i = 0; i < 2; i++)
            {
                Assert.AreEqual(published, ledgers[i].Count + subscribers[i].MissedInAll, "received or missed");
            }

            Assert.AreEqual(All, published + source.Dropped, "accepted or refused");
        }

        [TestMethod]
        public void Pipe_deliversEachByteInOrder()
        {
            Pipe pipe = new Pipe(100);
            ByteTaker taker = new ByteTaker(pipe, 64);
            Executor executor = NewExecutor();
            executor.Spawn(taker);
            Thread writer = Start(() => Feed(pipe, 1_000_000, true));
            Thread runner = Start(executor.Run);
            Join(writer);
            Join(runner);
            Assert.AreEqual(1_000_000, taker.Bytes, "all");
            Assert.AreEqual(0, taker.Gaps, "in order");
        }

        [TestMethod]
        public void PipeThatDropsItsOldest_deliversWholePieces()
        {
            foreach (int room in new[] { 64, 300 })
            {
                Pipe pipe = new Pipe(100, WhenFull.DropOldest);
                ByteTaker taker = new ByteTaker(pipe, room);
                Executor executor = NewExecutor();
                long task = executor.Spawn(taker);
                Thread writer = Start(() => Feed(pipe, 1_000_000, false));
                Thread runner = Start(executor.Run);
                Join(writer);
                Join(runner);
                Assert.IsNull(executor.ExceptionOf(task), "no read failed, into " + room.ToString() + " bytes");
                Assert.AreEqual(1_000_000, taker.Bytes + pipe.Dropped, "read or dropped");
                Assert.AreEqual(0, taker.Torn, "no piece has bytes of two times in it");
            }
        }

        private static void Feed(Pipe pipe, int bytes, bool all)
        {
            byte[] piece = new byte[37];
            int next = 0;
            int length = 0;
            while (next < bytes)
            {
                length = Math.Min((length + 11) % piece.Length, bytes - next);
                for (int i = 0; i < length; i++)
                {
                    piece[i] = (byte)(next + i);
                }

                int written = pipe.Write(piece, 0, length);
                next += all ? written : length;
            }

            pipe.Close();
        }

        private static void SetUntilTaken(LongSignal signal)
        {
            // The end must not replace the last value nor count as one.
            while (signal.IsSet)
            {
                Thread.Yield();
            }

            signal.Set(Taking.End);
        }

        private static Executor NewExecutor()
        {
            ManualMachine machine = new ManualMachine();
            return new Executor(8, new AnyMachine(machine.Clock, new ThreadParker()));
        }

        private static void Run(Executor executor, Action end, Action<long> give)
        {
            Thread runner = Start(executor.Run);
            Thread[] givers = new Thread[Threads];
            for (int thread = 0; thread < Threads; thread++)
            {
                long high = (long)thread << 32;
                givers[thread] = Start(() =>
                {
                    for (long i = 1; i <= PerThread; i++)
                    {
                        give(high | i);
                    }
                });
            }

            foreach (Thread giver in givers)
            {
                Join(giver);
            }

            end();
            Join(runner);
        }

        private static Thread Start(ThreadStart body)
        {
            Thread thread = new Thread(body);
            thread.IsBackground = true;
            thread.Start();
            return thread;
        }

        private static void Join(Thread thread)
        {
            Assert.IsTrue(thread.Join(_hung), "it hangs: something was lost");
        }

        /// <summary>
        /// What came, checked as it comes: nothing twice, and to one taker the numbers of one thread rise.
        /// </summary>
        private sealed class Ledger
        {
            internal int Count;
            private readonly bool[] _came = new bool[Threads * (PerThread + 1)];

            internal void Add(long item, long[] last)
            {
                int thread = (int)(item >> 32);
                int number = (int)item;
                int index = (thread * (PerThread + 1)) + number;
                if (_came[index] || number <= last[thread])
                {
                    throw new InvalidOperationException(
                        "After " + last[thread].ToString() + " came " + number.ToString() + " of thread " + thread.ToString()
                        + (_came[index] ? ", for the second time" : ""));
                }

                _came[index] = true;
                last[thread] = number;
                Count++;
            }
        }

        /// <summary>Takes until the end comes.</summary>
        private sealed class Taking : Future
        {
            internal const long End = -1;

            private readonly Future _inner;
            private readonly Func<long> _result;
            private readonly Ledger _ledger;
            private readonly long[] _last = new long[Threads];

            internal Taking(Future inner, Func<long> result, Ledger ledger)
            {
                _inner = inner;
                _result = result;
                _ledger = ledger;
            }

            public override Poll Poll(Waker waker)
            {
                while (_inner.Poll(waker) == Ready)
                {
                    long item = _result();
                    if (item == End)
                    {
                        return Ready;
                    }

                    _ledger.Add(item, _last);
                }

                return Pending;
            }
        }

        private sealed class FlagTaker : Future
        {
            private readonly EventFlagsWait _wait;
            private readonly int[] _taken;
            private readonly int[] _left;
            private readonly Executor _executor;

            internal FlagTaker(EventFlagsWait wait, int[] taken, int[] left, Executor executor)
            {
                _wait = wait;
                _taken = taken;
                _left = left;
                _executor = executor;
            }

            public override Poll Poll(Waker waker)
            {
                while (_wait.Poll(waker) == Ready)
                {
                    for (int thread = 0; thread < Threads; thread++)
                    {
                        int bit = (_wait.Result >> thread) & 1;
                        _taken[thread] += bit;
                        _left[0] -= bit;
                    }

                    if (_left[0] == 0)
                    {
                        _executor.Stop();
                    }
                }

                return Pending;
            }
        }

        private sealed class ByteTaker : Future
        {
            internal int Bytes;
            internal int Gaps;
            internal int Torn;

            private readonly Pipe _pipe;
            private readonly byte[] _piece;
            private byte _next;

            internal ByteTaker(Pipe pipe, int length)
            {
                _pipe = pipe;
                _piece = new byte[length];
                pipe.Reader.Into(_piece, 0, length);
            }

            public override Poll Poll(Waker waker)
            {
                while (_pipe.Reader.Poll(waker) == Ready)
                {
                    if (_pipe.Reader.IsClosed)
                    {
                        return Ready;
                    }

                    for (int i = 0; i < _pipe.Reader.Count; i++)
                    {
                        if (_piece[i] != _next)
                        {
                            Gaps++;
                            Torn += i == 0 ? 0 : 1;
                        }

                        _next = (byte)(_piece[i] + 1);
                        Bytes++;
                    }
                }

                return Pending;
            }
        }
    }
}
