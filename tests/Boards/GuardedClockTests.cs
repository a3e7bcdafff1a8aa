using System;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class GuardedClockTests
    {
        private const long Hour = Duration.Hour;

        // What a reading of both clocks takes in these tests, µs.
        private const long Look = 4 * TwoClocks.ReadingCost;

        [TestMethod]
        public void Now_followsTheFineClock()
        {
            TwoClocks clock = new TwoClocks();
            clock.Begin();
            for (int i = 0; i < 200; i++)
            {
                clock.True += 137;
                ExpectWithin(Look, clock);
            }

            Assert.AreEqual(1L, clock.Resolution, "microseconds");
        }

        [TestMethod]
        public void Now_afterTheFineClockWasSetForward_goesOn()
        {
            TwoClocks clock = new TwoClocks();
            clock.Begin();
            clock.True += 5 * Hour;
            ExpectWithin(Look, clock);
            clock.Set += Hour;
            clock.True += 300;
            ExpectWithin(Look, clock);
            clock.True += 2345;
            ExpectWithin(Look, clock);
        }

        [TestMethod]
        public void Now_afterTheFineClockWasSetBack_goesOn()
        {
            TwoClocks clock = new TwoClocks();
            clock.Begin();
            clock.True += 5 * Hour;
            long before = clock.Now;
            clock.Set -= Hour;
            clock.True += 300;
            Assert.IsTrue(clock.Now >= before, "time goes back");
            ExpectWithin(Look, clock);
        }

        [TestMethod]
        public void Now_whileTheFineClockJumpsAtRandom_isMonotonicAndOffByLessThanAStepAndAMillisecond()
        {
            TwoClocks clock = new TwoClocks();
            clock.Begin();
            Random random = new Random(20);
            long last = 0;
            for (int i = 0; i < 3000; i++)
            {
                clock.True += random.Next(400);
                if (random.Next(10) == 0)
                {
                    clock.Set += random.Next(4000) - 2000;
                }

                long now = clock.Now;
                Assert.IsTrue(now >= last, "time goes back");
                last = now;
                ExpectWithin(2000, clock);
            }
        }

        [TestMethod]
        public void Now_ofAFineClockThatRunsFast_staysWithTheCoarseOne()
        {
            TwoClocks clock = new TwoClocks();
            clock.Begin();
            for (int i = 0; i < 1000; i++)
            {
                // 50 parts in a million, for an hour.
                clock.True += Hour / 1000;
                clock.Set += Hour / 1000 / 20000;
                ExpectWithin(2000, clock);
            }
        }

        [TestMethod]
        public void Now_onATickOfTenMilliseconds_isAsFine()
        {
            TwoClocks clock = new TwoClocks { CoarseStep = 10000 };
            clock.Begin();
            for (int i = 0; i < 200; i++)
            {
                clock.True += 1370;
                ExpectWithin(Look, clock);
            }

            clock.Set += Hour;
            clock.True += 300;
            ExpectWithin(Look, clock);
        }

        [TestMethod]
        public void Now_withAFineClockThatIsNot_showsTheCoarseOne()
        {
            TwoClocks clock = new TwoClocks { FineStep = 1000 * 1000 };
            clock.Begin();
            Assert.AreEqual(1000L, clock.Resolution, "the step of the coarse clock");
            for (int i = 0; i < 50; i++)
            {
                clock.True += 333;
                long start = clock.True / 1000 * 1000;
                long now = clock.Now;
                Assert.IsTrue(now >= start && now <= clock.True, "a step that the coarse clock has shown");
            }
        }

        [TestMethod]
        public void Now_ofAThreadThatWasStoppedWhileItMeasured_isNotOff()
        {
            // Wherever that was.
            for (int reading = 1; reading <= 200; reading++)
            {
                TwoClocks clock = new TwoClocks();
                clock.StopFor = 700;
                clock.StopAtReading = reading;
                clock.Begin();
                clock.StopAtReading = 0;
                clock.True += 137;
                ExpectWithin(Look, clock);
            }
        }

        [TestMethod]
        public void Now_ofAThreadThatWasStoppedBetweenTheReadings_doesNotMoveTheClock()
        {
            TwoClocks clock = new TwoClocks();
            clock.Begin();
            clock.True += 1137;
            long off = clock.Now - clock.True;
            for (int i = 0; i < 100; i++)
            {
                clock.True += 1137;
                clock.StopFor = 40 + (i * 17);
                clock.StopAtReading = 2;
                ExpectWithin(Look, clock);
            }

            // It was ahead by as much as is known, which may shrink.
            clock.True += 1137;
            long moved = clock.Now - clock.True - off;
            Assert.IsTrue(moved <= 0 && moved >= -Look, "moved by " + moved.ToString());
        }

        [TestMethod]
        public void Now_readByAnotherThreadInTheMiddleOfALook_isTrue()
        {
            TwoClocks clock = new TwoClocks();
            clock.Begin();
            clock.True += 5000;
            clock.ReadMeanwhile = true;
            clock.StopAtReading = 2;
            long outer = clock.Now;
            Assert.AreEqual(clock.True / 1000 * 1000, clock.Inner, "the start of the step");
            Assert.IsTrue(clock.Now >= outer, "time goes back");
        }

        private static void ExpectWithin(long error, TwoClocks clock)
        {
            long off = clock.Now - clock.True;
            Assert.IsTrue(off <= error && off >= -error, "off by " + off.ToString());
        }
    }

    /// <summary>
    /// A true time that tests move, and the two clocks that show it: one coarsely, one that can be set.
    /// </summary>
    internal sealed class TwoClocks : GuardedClock
    {
        internal const long ReadingCost = 10;

        internal long True = 1000000;
        internal long Set = 86400 * Duration.Second;
        internal long CoarseStep = 1000;
        internal long FineStep = 1;

        /// <summary>
        /// The reading of the fine clock, from now on, before which the thread is stopped; 0 for none.
        /// </summary>
        internal int StopAtReading;

        /// <summary>For how long, µs.</summary>
        internal long StopFor;

        /// <summary>Whether another thread reads the time meanwhile.</summary>
        internal bool ReadMeanwhile;

        /// <summary>What that thread read.</summary>
        internal long Inner;

        internal void Begin()
        {
            Measure();
        }

        protected override long ReadCoarse()
        {
            True += ReadingCost;
            return True / CoarseStep * CoarseStep / 1000;
        }

        protected override long ReadFine()
        {
            if (StopAtReading > 0 && --StopAtReading == 0)
            {
                True += StopFor;
                if (ReadMeanwhile)
                {
                    Inner = Now;
                }
            }

            True += ReadingCost;
            return (True + Set) / FineStep * FineStep * 10;
        }
    }
}
