using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// Counts that run through all values of an int: what a device gets to after months, begun just before it.
    /// </summary>
    [TestClass]
    public class WrapTests
    {
        private const int JustBefore = int.MaxValue - 7;

        [TestMethod]
        public void Ring_goesOnWhenItsTicketsWrap()
        {
            foreach (bool dropsOldest in new[] { false, true })
            {
                LongRing ring = new LongRing(5, dropsOldest, true);
                Private.Set(ring, "Head", JustBefore);
                Private.Set(ring, "Tail", JustBefore);
                for (long i = 0; i < 40; i++)
                {
                    Assert.IsTrue(ring.TryPut(i) && ring.TryPut(i + 1000), "there is a place");
                    Assert.AreEqual(2, ring.Count, "two are in it");
                    Assert.IsTrue(ring.TryTake(), "the first");
                    Assert.AreEqual(i, ring.Taken, "in order");
                    Assert.IsTrue(ring.TryTake(), "the second");
                    Assert.AreEqual(i + 1000, ring.Taken, "in order");
                    Assert.IsFalse(ring.TryTake(), "and no more");
                }
            }
        }

        [TestMethod]
        public void FullRing_isFullWhenItsTicketsWrap()
        {
            LongRing ring = new LongRing(5, false, true);
            Private.Set(ring, "Head", JustBefore);
            Private.Set(ring, "Tail", JustBefore);
            for (long i = 0; i < 5; i++)
            {
                Assert.IsTrue(ring.TryPut(i), "there is a place");
            }

            Assert.IsFalse(ring.TryPut(5), "full");
            Assert.IsTrue(ring.Close(), "closed across the wrap");
            for (long i = 0; i < 5; i++)
            {
                Assert.IsTrue(ring.TryTake() && ring.Taken == i, "what was in it");
            }

            Assert.IsTrue(ring.IsDrained, "the end is seen");
        }

        [TestMethod]
        public void Semaphore_goesOnWhenItsCountsWrap()
        {
            PermitCounter permits = new PermitCounter(PermitCounter.Max);
            Private.Set(permits, "Head", JustBefore);
            Private.Set(permits, "Tail", JustBefore);
            Assert.IsTrue(permits.TryGive(PermitCounter.Max), "as many as there may be");
            Assert.AreEqual(PermitCounter.Max, permits.Count, "counted across the wrap");
            Assert.IsFalse(permits.TryGive(1), "no more");
            Assert.IsTrue(permits.TryTake(PermitCounter.Max), "as many as were given");
            Assert.AreEqual(0, permits.Count, "all taken");
        }

        [TestMethod]
        public void Subscriber_isToldWhatItMissedAcrossTheWrap()
        {
            LongPubSub source = new LongPubSub(4);
            Private.Set(source.Ring, "Head", JustBefore);
            Private.Set(source.Ring, "Tail", JustBefore);
            LongSubscriber subscriber = source.NewSubscriber();
            for (int i = 0; i < 11; i++)
            {
                source.Publish(i);
            }

            new ManualMachine().NewExecutor(1).BlockOn(subscriber);
            Assert.AreEqual(7L, subscriber.Result, "the oldest that is left");
            Assert.AreEqual(7, subscriber.Missed, "seven before it");
        }

        [TestMethod]
        public void Pipe_goesOnWhenItsCountsWrap()
        {
            foreach (WhenFull whenFull in new[] { WhenFull.Refuse, WhenFull.DropOldest })
            {
                Pipe pipe = new Pipe(5, whenFull);
                Private.Set(pipe, "_head", JustBefore);
                Private.Set(pipe, "_begun", JustBefore);
                Private.Set(pipe, "_tail", JustBefore);
                byte[] to = new byte[3];
                for (int i = 0; i < 20; i++)
                {
                    Assert.AreEqual(3, pipe.Write(new[] { (byte)i, (byte)(i + 1), (byte)(i + 2) }, 0, 3), "there is room");
                    Assert.AreEqual(3, pipe.Reader.TryRead(to, 0, 3), "all of it");
                    Assert.IsTrue(to[0] == i && to[1] == i + 1 && to[2] == i + 2, "in order");
                }

                Assert.AreEqual(0, pipe.Dropped, "nothing was dropped");
            }
        }
    }
}
