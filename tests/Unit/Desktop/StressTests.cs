using System;
using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Real threads on real processors. Each wake announces one unit of work; a wake that is lost leaves a unit undone,
    /// and the round does not end.
    /// </summary>
    [TestClass]
    public class StressTests
    {
        private const int Rounds = 20;
        private const int Producers = 4;
        private const int Tasks = 8;
        private const int WakesPerProducer = 12_504;

        // 20 rounds of 4 threads with 12,504 wakes are a little over 1,000,000. A round takes milliseconds; this is for one that hangs.
        private static readonly TimeSpan _hung = TimeSpan.FromSeconds(30);

        [TestMethod]
        public void Wakes_fromFourThreadsToEightTasks_areNeverLost()
        {
            for (int round = 0; round < Rounds; round++)
            {
                Mailbox[] boxes = NewBoxes();
                Executor executor = NewExecutor(Tasks);
                foreach (Mailbox box in boxes)
                {
                    executor.Spawn(new Counter(box, Producers * WakesPerProducer / Tasks));
                }

                Thread runner = Start(executor.Run);
                Thread[] producers = StartProducers(boxes);
                Join(producers, round);
                Join(new[] { runner }, round);
                Assert.AreEqual(0, executor.TaskCount, "every unit of work was done in round " + round.ToString());
            }
        }

        [TestMethod]
        public void Futures_exchangedBetweenTwoExecutors_loseNoWake()
        {
            for (int round = 0; round < Rounds; round++)
            {
                Mailbox[] boxes = NewBoxes();
                Executor one = NewExecutor(Tasks + 1);
                Executor two = NewExecutor(Tasks + 1);
                Crossing toOne = new Crossing();
                Crossing toTwo = new Crossing();
                int left = Tasks;
                Action finished = () =>
                {
                    if (Interlocked.Decrement(ref left) == 0)
                    {
                        one.Stop();
                        two.Stop();
                    }
                };
                one.Spawn(new Ferry(one, toOne, toTwo));
                two.Spawn(new Ferry(two, toTwo, toOne));
                for (int task = 0; task < Tasks; task++)
                {
                    Counter counter = new Counter(boxes[task], Producers * WakesPerProducer / Tasks);
                    counter.Finished = finished;
                    Crossing way = task % 2 == 0 ? toOne : toTwo;
                    way.Send(counter);
                }

                Thread first = Start(one.Run);
                Thread second = Start(two.Run);
                Join(StartProducers(boxes), round);
                Join(new[] { first, second }, round);
                Assert.AreEqual(0, Volatile.Read(ref left), "every unit of work was done in round " + round.ToString());
                Assert.IsTrue(toOne.Sent + toTwo.Sent > Tasks, "futures did cross in round " + round.ToString());
            }
        }

        private static Executor NewExecutor(int capacity)
        {
            ManualMachine machine = new ManualMachine();
            return new Executor(capacity, new AnyMachine(machine.Clock, new ThreadParker()));
        }

        private static Mailbox[] NewBoxes()
        {
            Mailbox[] boxes = new Mailbox[Tasks];
            for (int i = 0; i < boxes.Length; i++)
            {
                boxes[i] = new Mailbox();
            }

            return boxes;
        }

        private static Thread[] StartProducers(Mailbox[] boxes)
        {
            Thread[] producers = new Thread[Producers];
            for (int producer = 0; producer < Producers; producer++)
            {
                int first = producer;
                producers[producer] = Start(() =>
                {
                    for (int i = 0; i < WakesPerProducer; i++)
                    {
                        boxes[(first + i) % Tasks].Add();
                    }
                });
            }

            return producers;
        }

        private static Thread Start(ThreadStart body)
        {
            Thread thread = new Thread(body);
            thread.IsBackground = true;
            thread.Start();
            return thread;
        }

        private static void Join(Thread[] threads, int round)
        {
            foreach (Thread thread in threads)
            {
                Assert.IsTrue(thread.Join(_hung), "A wake was lost: round " + round.ToString() + " never ended.");
            }
        }

        /// <summary>Counts units of work; each is announced by the waker that waits.</summary>
        private sealed class Mailbox
        {
            internal int Units;
            internal Waker Waker;

            internal void Add()
            {
                Interlocked.Increment(ref Units);
                Waker waker = Volatile.Read(ref Waker);
                if (waker != null)
                {
                    waker.Wake();
                }
            }
        }

        /// <summary>Takes units of work until it has had all; knows no other way to be polled than a wake.</summary>
        private sealed class Counter : Future
        {
            internal Action Finished;

            private readonly Mailbox _box;
            private readonly int _units;
            private int _done;

            internal Counter(Mailbox box, int units)
            {
                _box = box;
                _units = units;
            }


            public override Poll Poll(Waker waker)
            {
                // Register, then check: the exchange is a full fence.
                Interlocked.Exchange(ref _box.Waker, waker);
                _done += Interlocked.Exchange(ref _box.Units, 0);
                if (_done < _units)
                {
                    return Pending;
                }

                if (Finished != null)
                {
                    Finished();
                }

                return Ready;
            }
        }

        /// <summary>Futures on their way to an executor.</summary>
        private sealed class Crossing
        {
            internal int Sent;

            private readonly Future[] _waiting = new Future[Tasks];
            private Waker _waker;
            private int _count;

            internal void Send(Future future)
            {
                Waker waker;
                lock (_waiting)
                {
                    _waiting[_count++] = future;
                    Sent++;
                    waker = _waker;
                }

                if (waker != null)
                {
                    waker.Wake();
                }
            }

            internal Future Receive(Waker waker)
            {
                lock (_waiting)
                {
                    _waker = waker;
                    return _count == 0 ? null : _waiting[--_count];
                }
            }
        }

        /// <summary>Spawns what arrives here, and sends one task of this executor to the other each time.</summary>
        private sealed class Ferry : Future
        {
            private readonly Executor _executor;
            private readonly Crossing _arrivals;
            private readonly Crossing _departures;
            private readonly long[] _here = new long[Tasks];
            private int _next;

            internal Ferry(Executor executor, Crossing arrivals, Crossing departures)
            {
                _executor = executor;
                _arrivals = arrivals;
                _departures = departures;
            }

            public override Poll Poll(Waker waker)
            {
                for (Future arrival = _arrivals.Receive(waker); arrival != null; arrival = _arrivals.Receive(waker))
                {
                    int place = Array.FindIndex(_here, handle => !_executor.IsAlive(handle));
                    _here[place] = _executor.Spawn(arrival);
                }

                _next = (_next + 1) % Tasks;
                Future leaving = _executor.Detach(_here[_next]);
                if (leaving != null)
                {
                    _departures.Send(leaving);
                }

                waker.Wake();
                return Pending;
            }
        }
    }
}
