using System.Threading;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>
    /// What threads share, taken apart: between two of its steps a thread may be stopped for any time, and the others go
    /// on.
    /// </summary>
    [TestClass]
    public class StoppedWriterTests
    {
        [TestMethod]
        public void Latest_hasAPlaceForEachWriter_oneForTheLatestAndOneForTheTaker()
        {
            for (int writers = 1; writers <= 4; writers++)
            {
                Places places = new Places(writers);
                places.PublishOne();
                Assert.IsTrue(places.Exchange() >= 0, "the taker is stopped in the middle of a take");
                places.PublishOne();
                for (int writer = 0; writer < writers; writer++)
                {
                    Assert.IsTrue(places.Claim() >= 0, "each writer that was declared finds a place");
                }

                Assert.IsTrue(places.Claim() < 0, "one more does not");
                Assert.AreEqual(1, places.Dropped, "which is counted");
                Assert.AreEqual(0, places.Replaced, "nothing was replaced");
            }
        }

        [TestMethod]
        public void Latest_placeThatIsOwned_isGivenToNobodyElse()
        {
            Places places = new Places(3);
            int owned = 0;
            for (int place = places.Claim(); place >= 0; place = places.Claim())
            {
                Assert.AreEqual(0, owned & (1 << place), "not owned before");
                owned |= 1 << place;
            }

            Assert.AreEqual(31, owned, "five places: three writers, the latest and the taker");
            places.Free(2);
            Assert.AreEqual(2, places.Claim(), "the one that is free again");
        }

        [TestMethod]
        public void Latest_replaced_isFreeAgain()
        {
            Places places = new Places(1);
            int first = places.Claim();
            places.Publish(first);
            int second = places.Claim();
            places.Publish(second);
            Assert.AreEqual(1, places.Replaced, "the second took the place of the first");
            Assert.AreEqual(first, places.Claim(), "which is free");
            Assert.AreEqual(second, places.Exchange(), "the second is the latest");
            Assert.IsTrue(places.Exchange() < 0, "once");
            Assert.IsFalse(places.HasValue, "and then there is none");
        }

        [TestMethod]
        public void Latest_writerStoppedBeforeItPublished_isNotSeen()
        {
            Places places = new Places(2);
            int stopped = places.Claim();
            int other = places.Claim();
            Assert.IsFalse(places.HasValue, "nothing is published");
            places.Publish(other);
            Assert.AreEqual(other, places.Exchange(), "the one that was");
            places.Publish(stopped);
            Assert.AreEqual(stopped, places.Exchange(), "the last to publish counts, whenever it claimed");
            Assert.AreEqual(0, places.Replaced, "each was taken");
        }

        [TestMethod]
        public void Ring_writerStoppedBeforeItsMark_holdsBackWhatIsBehindIt()
        {
            Ring ring = new Ring(3, false, true);
            int first = ring.Claim();
            int second = ring.Claim();
            ring.Mark(second);
            Assert.IsFalse(ring.HasFront, "the oldest is not filled");
            Assert.IsFalse(ring.IsFilled(first), "it says so");
            Assert.IsTrue(ring.IsFilled(second), "the one behind it is");
            Assert.AreEqual(2, ring.Count, "both have a place");
            ring.Mark(first);
            Assert.AreEqual(first, ring.Front(), "the oldest comes first");
            Assert.IsTrue(ring.Pass(first), "taken");
            Assert.IsTrue(ring.IsPast(first), "it says so");
            Assert.IsFalse(ring.IsPast(second), "the next is not");
            Assert.AreEqual(second, ring.Front(), "and comes next");
        }

        [TestMethod]
        public void Ring_thatDropsItsOldest_neverDropsWhatIsNotFilled()
        {
            Ring ring = new Ring(2, true, true);
            int stopped = ring.Claim();
            ring.Mark(ring.Claim());
            Assert.AreEqual(PermitCounter.None, ring.Claim(), "the oldest is about to be written, so the new one is given up");
            Assert.AreEqual(0, ring.Dropped, "nothing was dropped");
            ring.Mark(stopped);
            int next = ring.Claim();
            Assert.IsTrue(next != PermitCounter.None, "now the oldest can go");
            Assert.AreEqual(1, ring.Dropped, "which is counted");
            Assert.IsTrue(ring.IsPast(stopped), "it is gone");
            Assert.IsFalse(ring.Pass(stopped), "whoever was about to take it is told");
        }

        [TestMethod]
        public void Ring_droppedOldest_isCountedOnlyWhereAsked()
        {
            Ring ring = new Ring(1, true, false);
            ring.Mark(ring.Claim());
            ring.Mark(ring.Claim());
            Assert.AreEqual(0, ring.Dropped, "readers count for themselves what they missed");
        }

        [TestMethod]
        public void Ring_closed_givesNoTicket()
        {
            Ring ring = new Ring(2, false, true);
            int stopped = ring.Claim();
            Assert.IsTrue(ring.Close(), "the first close");
            Assert.IsFalse(ring.Close(), "a second does nothing");
            Assert.AreEqual(PermitCounter.None, ring.Claim(), "no ticket any more");
            Assert.IsFalse(ring.TryGive(1), "by either way");
            Assert.IsFalse(ring.IsDrained, "one was given before");
            ring.Mark(stopped);
            Assert.IsFalse(ring.IsDrained, "and is not taken yet");
            ring.Pass(ring.Front());
            Assert.IsTrue(ring.IsDrained, "now none will come");
        }

        [TestMethod]
        public void Tickets_areGivenUpToTheLimitAllOrNone()
        {
            PermitCounter tickets = new PermitCounter(3);
            Assert.IsFalse(tickets.TryGive(4), "more than there may be");
            Assert.IsTrue(tickets.TryGive(2), "two");
            Assert.IsFalse(tickets.TryGive(2), "two more are one too many");
            Assert.AreEqual(2, tickets.Count, "none of them was given");
            Assert.IsTrue(tickets.TryGive(1), "one fits");
            Assert.AreEqual(3, tickets.Count, "full");
            Assert.IsFalse(tickets.TryTake(4), "so many are not there");
            Assert.AreEqual(3, tickets.Count, "none of them was taken");
            Assert.IsTrue(tickets.TryTake(3), "as many as there are");
            Assert.AreEqual(0, tickets.Count, "taken");
            Assert.IsFalse(tickets.IsDrained, "but not closed");
        }

        [TestMethod]
        public void SharedBits_changeOnlyWhatTheySay()
        {
            AtomicBits bits = new AtomicBits();
            Assert.AreEqual(5, bits.Set(5), "all that are set then");
            Assert.AreEqual(7, bits.Set(3), "those of before too");
            Assert.AreEqual(7, bits.Clear(2), "what was set before");
            Assert.AreEqual(5, bits.Value, "what is left");
            Assert.IsFalse(bits.TryChange(4, 0), "something else stands there");
            Assert.AreEqual(5, bits.Value, "so nothing changes");
            Assert.IsTrue(bits.TryChange(5, 8), "this stands there");
            Assert.AreEqual(8, bits.Value, "and is changed");
        }

        // The steps of LongMailbox and ObjectMailbox, one at a time.
        private sealed class Places : Mailbox
        {
            internal Places(int writers)
                : base(writers)
            {
            }

            internal new int Claim()
            {
                return base.Claim();
            }

            internal void Publish(int place)
            {
                int before = Interlocked.Exchange(ref Newest, place + 1);
                if (before != 0)
                {
                    Replace(before - 1);
                }
            }

            internal int Exchange()
            {
                return Interlocked.Exchange(ref Newest, 0) - 1;
            }

            internal void Free(int place)
            {
                Owned[place] = 0;
            }

            internal void PublishOne()
            {
                Publish(base.Claim());
            }
        }

        // The steps of LongRing and ObjectRing, one at a time.
        private sealed class Ring : BoundedRing
        {
            internal Ring(int capacity, bool dropsOldest, bool countsOldest)
                : base(capacity, dropsOldest, countsOldest)
            {
            }

            internal new int Claim()
            {
                return base.Claim();
            }

            internal void Mark(int ticket)
            {
                Marks[(ticket >> 1) & Mask] = ticket + One;
            }

            internal int Front()
            {
                return HasFront ? Oldest : None;
            }

            internal bool Pass(int ticket)
            {
                return Interlocked.CompareExchange(ref Tail, ticket + One, ticket) == ticket;
            }
        }
    }
}
