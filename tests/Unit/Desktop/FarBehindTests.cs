using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Readers that did not look for so long that the count they follow has gone round, once or several times.
    /// </summary>
    [TestClass]
    public class FarBehindTests
    {
        private const int Capacity = 4;

        // Some to each side of where differences of an int turn negative or come to 0, in messages and in bytes.
        private static readonly long[] _behind = new long[]
        {
            0, 1, 5, 1L << 26, (1L << 27) + 1, 1L << 28, (1L << 29) + 3, (1L << 30) - 2, 1L << 30, (1L << 30) + 1,
            (1L << 31) - 6, 1L << 31, (1L << 31) + 7, 1L << 32, (1L << 32) + 5, 7L << 31, (1L << 40) + 12345,
        };

        [TestMethod]
        public void Subscriber_farBehind_goesOnWithTheOldestAndKnowsHowManyItMissed()
        {
            foreach (int start in new[] { 0, 123456, int.MaxValue - 7, int.MinValue, -2000 })
            {
                foreach (long behind in _behind)
                {
                    string what = behind.ToString() + " behind, begun at " + start.ToString();
                    LongPubSub source = new LongPubSub(Capacity);
                    GoOn(source.Ring, start & ~1L, 0);
                    LongSubscriber subscriber = source.NewSubscriber();
                    Executor executor = new ManualMachine().NewExecutor(1);
                    source.Publish(-1);
                    executor.BlockOn(subscriber);
                    Assert.AreEqual(-1L, subscriber.Result, "it keeps up: " + what);

                    GoOn(source.Ring, (uint)Private.Int(source.Ring, "Head"), behind);
                    for (int i = 0; i < Capacity; i++)
                    {
                        source.Publish(i);
                    }

                    for (int i = 0; i < Capacity; i++)
                    {
                        executor.BlockOn(subscriber);
                        Assert.AreEqual((long)i, subscriber.Result, "message " + i.ToString() + ", " + what);
                    }

                    Assert.AreEqual(behind, subscriber.MissedInAll, "missed: " + what);
                }
            }
        }

        [TestMethod]
        public void Subscriber_thatMissedMoreThanAnInt_saysAsManyAsThereAre()
        {
            LongPubSub source = new LongPubSub(Capacity);
            LongSubscriber subscriber = source.NewSubscriber();
            GoOn(source.Ring, 0, 1L << 33);
            source.Publish(1);
            new ManualMachine().NewExecutor(1).BlockOn(subscriber);
            Assert.AreEqual(int.MaxValue, subscriber.Missed, "the most it can say");
            Assert.AreEqual(1L << 33, subscriber.MissedInAll, "and in all");
        }

        [TestMethod]
        public void Subscriber_thatKeepsUp_missesNothingWhileTheRingGoesRound()
        {
            LongPubSub source = new LongPubSub(Capacity);
            LongSubscriber subscriber = source.NewSubscriber();
            Executor executor = new ManualMachine().NewExecutor(1);

            // A look at each quarter of a lap, for two rounds.
            long tickets = 0;
            for (int look = 1; look <= 128; look++)
            {
                long step = Lap.Mask / 4 / Capacity * Capacity;
                Private.Set(subscriber, "_position", (int)(tickets + (2 * step)));
                GoOn(source.Ring, tickets, step);
                tickets += 2 * step;
                source.Publish(look);
                executor.BlockOn(subscriber);
                Assert.AreEqual((long)look, subscriber.Result, "the latest");
                tickets += 2;
                Assert.AreEqual(0L, subscriber.MissedInAll, "at look " + look.ToString());
            }
        }

        [TestMethod]
        public void RingThatDropsItsOldest_countsTheBordersItsTailPasses()
        {
            LongRing ring = new LongRing(Capacity, true, false);
            GoOn(ring, Lap.Mask - 5, 0);
            for (int i = 0; i < Capacity + 2; i++)
            {
                ring.TryPut(i);
                Assert.AreEqual(0, ring.Laps, "not yet");
            }

            ring.TryPut(0);
            Assert.AreEqual(1, ring.Laps, "passed");
            ring.TryPut(0);
            Assert.AreEqual(1, ring.Laps, "once");
        }

        [TestMethod]
        public void PipeReader_farBehind_goesOnWithTheLastBytesAndCountsTheOthers()
        {
            foreach (int start in new[] { 0, 123456, int.MaxValue - 7, int.MinValue, -2000 })
            {
                foreach (long behind in _behind)
                {
                    string what = behind.ToString() + " behind, begun at " + start.ToString();
                    Pipe pipe = new Pipe(Capacity, WhenFull.DropOldest);
                    GoOn(pipe, start, 0);
                    Private.Set(pipe, "_tail", start);
                    byte[] to = new byte[Capacity];
                    pipe.WriteByte(9);
                    Assert.AreEqual(1, pipe.Reader.TryRead(to, 0, 1), "it keeps up: " + what);

                    GoOn(pipe, start + 1L, behind);
                    pipe.Write(new byte[] { 1, 2, 3, 4 }, 0, Capacity);
                    Assert.AreEqual(Capacity, pipe.Count, "full: " + what);
                    Assert.AreEqual(Capacity, pipe.Reader.TryRead(to, 0, Capacity), "what is left: " + what);
                    Assert.IsTrue(to[0] == 1 && to[1] == 2 && to[2] == 3 && to[3] == 4, "the last: " + what);
                    long dropped = behind < int.MaxValue ? behind : int.MaxValue;
                    Assert.AreEqual((int)dropped, pipe.Dropped, "dropped: " + what);
                    Assert.AreEqual(0, pipe.Count, "empty: " + what);
                }
            }
        }

        [TestMethod]
        public void PipeThatDropsItsOldest_countsTheBordersItPasses()
        {
            foreach (int border in new[] { 0, Lap.Mask + 1, int.MinValue })
            {
                Pipe pipe = new Pipe(Capacity, WhenFull.DropOldest);
                GoOn(pipe, border - 3L, 0);
                Private.Set(pipe, "_laps", 0);
                pipe.Write(new byte[2], 0, 2);
                Assert.AreEqual(0, Private.Int(pipe, "_laps"), "not yet");
                pipe.Write(new byte[2], 0, 2);
                Assert.AreEqual(1, Private.Int(pipe, "_laps"), "passed");
                pipe.WriteByte(0);
                Assert.AreEqual(1, Private.Int(pipe, "_laps"), "once");
            }
        }

        // As after so many messages, from where the head stands at so many tickets, to where nothing is in the ring.
        private static void GoOn(BoundedRing ring, long head, long messages)
        {
            long next = head + (2 * messages);
            Private.Set(ring, "Head", unchecked((int)next));
            Private.Set(ring, "Tail", unchecked((int)next));
            Private.Set(ring, "_laps", ring.Laps + Borders(head, next));
        }

        private static void GoOn(Pipe pipe, long head, long bytes)
        {
            long next = head + bytes;
            Private.Set(pipe, "_head", unchecked((int)next));
            Private.Set(pipe, "_begun", unchecked((int)next));
            Private.Set(pipe, "_laps", Private.Int(pipe, "_laps") + Borders(head, next));
        }

        private static int Borders(long from, long to)
        {
            long lap = Lap.Mask + 1L;
            return (int)(Below(to, lap) - Below(from, lap));
        }

        private static long Below(long count, long lap)
        {
            return (count - (((count % lap) + lap) % lap)) / lap;
        }
    }
}
