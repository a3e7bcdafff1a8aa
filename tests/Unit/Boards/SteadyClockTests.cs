using System;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class SteadyClockTests
    {
        private const long Hour = Duration.Hour;

        // What a reading of both clocks takes in these tests, µs; one that does not fit is followed by another.
        private const long Look = 5 * TwoClocks.ReadingCost;

        private static readonly long[] _steps = { Duration.Millisecond, 10 * Duration.Millisecond };

        [TestMethod]
        public void Now_followsTheFineClock()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                ExpectFollows(clock, Chip.Some(1000), 137);
                ExpectFollows(clock, Chip.Some(1000), 13 * Duration.Millisecond);
                Assert.AreEqual(1L, clock.Resolution, "microseconds");
            }
        }

        [TestMethod]
        public void Now_withTicksThatComeLate_followsTheFineClock()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                clock.Late = step * 4 / 10;
                ExpectFollows(clock, Chip.Some(5000), 337);
            }
        }

        [TestMethod]
        public void Now_neverWaits()
        {
            TwoClocks clock = NewClock(10 * Duration.Millisecond);
            clock.Late = 4 * Duration.Millisecond;
            Random random = new Random(7);
            for (int i = 0; i < Chip.Some(2000); i++)
            {
                clock.True += random.Next(3000);
                if (random.Next(20) == 0)
                {
                    clock.Set += (random.Next(2000) - 1000) * (long)Duration.Millisecond;
                }

                clock.Readings = 0;
                long ignored = clock.Now;
                Assert.IsTrue(clock.Readings <= 5, clock.Readings.ToString() + " readings of the two clocks");
            }
        }

        [TestMethod]
        public void Now_whenTheFineClockIsSet_goesOnAndIsNeverEarly()
        {
            long[] jumps = { Hour, -Hour, 365 * 24 * Hour, -10 * 365 * 24 * Hour, 25000, -25000, -400, -3000 };
            foreach (long step in _steps)
            {
                foreach (long jump in jumps)
                {
                    for (long phase = 0; phase < step; phase += step / (Chip.Here ? 2 : 10))
                    {
                        TwoClocks clock = NewClock(step);
                        clock.True += (5 * Hour) + phase;
                        long start = clock.True;
                        long before = clock.Now;
                        clock.True += 3456;
                        clock.Set += jump;
                        ExpectNotEarly(clock, start, before, step, "jump of " + jump.ToString());
                        clock.True += 23456;
                        ExpectNotEarly(clock, start, before, step, "jump of " + jump.ToString());
                    }
                }
            }
        }

        [TestMethod]
        public void Now_whileTheFineClockIsSetAtRandom_isMonotonicAndNeverEarly()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                clock.Late = step * 4 / 10;
                Random random = new Random(20);
                long last = clock.Now;
                long lastTrue = clock.True;
                for (int i = 0; i < Chip.Some(5000); i++)
                {
                    clock.True += random.Next(4000);
                    if (random.Next(10) == 0)
                    {
                        clock.Set += (random.Next(2) == 0 ? 1 : -1) * (25000 + random.Next(100000));
                    }

                    long now = clock.Now;
                    Assert.IsTrue(now >= last, "time goes back");
                    long early = (now - last) - (clock.True - lastTrue);
                    Assert.IsTrue(early <= Look, "early by " + early.ToString());
                    last = now;
                    lastTrue = clock.True;
                }
            }
        }

        [TestMethod]
        public void Now_whenTheFineClockIsSetByTooLittleToBeNoticed_isEarlyByNoMore()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                Random random = new Random(3);
                for (int i = 0; i < Chip.Some(500); i++)
                {
                    for (int reading = 0; reading < 40; reading++)
                    {
                        clock.True += random.Next(20000);
                        long ignored = clock.Now;
                    }

                    long start = clock.True;
                    long before = clock.Now;
                    clock.True += random.Next(100000);
                    clock.Set += random.Next((int)(3 * step));
                    long early = (clock.Now - before) - (clock.True - start);
                    Assert.IsTrue(early <= (2 * step) + Look, "early by " + early.ToString());
                }
            }
        }

        [TestMethod]
        public void Coarse_isBehindByNoMoreThanItsError()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                Assert.AreEqual((step * 2) + (step / 4), clock.CoarseError, "a step, its jitter, and a drift");
                Random random = new Random(5);
                for (long drift = -100; drift <= 100; drift += 50)
                {
                    // Parts in a million, for ten minutes; the ticks come at their time here.
                    for (int i = 0; i < Chip.Some(20000); i++)
                    {
                        long slice = random.Next(60000);
                        clock.True += slice;
                        clock.Set += slice * drift / 1000000;

                        ExpectCoarse(clock, 0);
                    }
                }
            }
        }

        [TestMethod]
        public void Coarse_withTicksThatComeLate_isBehindByNoMoreThanItsError()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                clock.Late = step * 4 / 10;
                for (int i = 0; i < Chip.Some(5000); i++)
                {
                    clock.True += 337;
                    ExpectCoarse(clock, 0);
                }
            }
        }

        [TestMethod]
        public void Now_ofAFineClockThatDrifts_followsIt()
        {
            foreach (long step in _steps)
            {
                for (long drift = -1000; drift <= 1000; drift += 500)
                {
                    // Parts in a million, for a minute and more.
                    TwoClocks clock = NewClock(step);
                    Random random = new Random(11);
                    long start = clock.True + clock.Set;
                    long before = clock.Now;
                    for (int i = 0; i < Chip.Some(20000); i++)
                    {
                        long slice = 1000 + random.Next(5000);
                        clock.True += slice;
                        clock.Set += slice * drift / 1000000;
                        long off = (clock.Now - before) - (clock.True + clock.Set - start);
                        Assert.IsTrue(off <= Look && off >= -Look, "off by " + off.ToString() + " at " + drift.ToString());
                    }
                }
            }
        }

        [TestMethod]
        public void Now_withAFineClockThatIsNot_showsTheCoarseOne()
        {
            TwoClocks clock = new TwoClocks { FineStep = 1000 * 1000 };
            clock.Begin();
            Assert.AreEqual(1000L, clock.Resolution, "the step of the coarse clock");
            Assert.AreEqual(0L, clock.CoarseError, "coarse is as good");
            for (int i = 0; i < 50; i++)
            {
                clock.True += 333;
                long start = clock.True / 1000 * 1000;
                long now = clock.Now;
                Assert.IsTrue(now >= start && now <= clock.True, "a step that the coarse clock has shown");
                Assert.AreEqual(clock.Now, clock.Coarse, "the same");
            }
        }

        [TestMethod]
        public void Now_whenTheFineClockIsSetToEitherEnd_goesOn()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                long day = 24 * Hour;
                for (int i = 0; i < 3; i++)
                {
                    SetAndExpectGoesOn(clock, -clock.True);
                    SetAndExpectGoesOn(clock, (long.MaxValue / 10) - clock.True - day);
                }
            }
        }

        [TestMethod]
        public void Now_ofAThreadThatWasStoppedWhileItMeasured_isNotOff()
        {
            // Wherever that was.
            int skip = 400 / Chip.Some(400);
            for (int reading = 1; reading <= 400; reading += skip)
            {
                TwoClocks clock = new TwoClocks { StopFor = 700, StopAtReading = reading };
                clock.Begin();
                clock.StopAtReading = 0;
                ExpectFollows(clock, 100, 137);
                ExpectCoarse(clock, 0);
            }
        }

        [TestMethod]
        public void Now_ofAThreadThatWasStoppedInTheMiddle_doesNotMoveTheClock()
        {
            foreach (long step in _steps)
            {
                TwoClocks clock = NewClock(step);
                long start = clock.True;
                long before = clock.Now;
                for (int i = 0; i < Chip.Some(300); i++)
                {
                    clock.True += 1137;
                    clock.StopFor = i * 170;
                    clock.StopAtReading = 1 + (i % 2);
                    long now = clock.Now;
                }

                long off = (clock.Now - before) - (clock.True - start);
                Assert.IsTrue(off <= Look && off >= -Look, "moved by " + off.ToString());
            }
        }

        [TestMethod]
        public void Now_readByAnotherThreadInTheMiddleOfALook_isTrue()
        {
            // Wherever that is, and whether the clock is set there or was set before.
            long[] jumps = { 0, Hour, -Hour };
            foreach (long jump in jumps)
            {
                for (int reading = 1; reading <= 5; reading++)
                {
                    TwoClocks clock = NewClock(10 * Duration.Millisecond);
                    clock.True += 50000;
                    long start = clock.True;
                    long before = clock.Now;
                    clock.True += 23456;
                    clock.Set += jump;
                    clock.ReadMeanwhile = true;
                    clock.StopAtReading = reading;
                    long outer = clock.Now;
                    long early = (clock.Inner - before) - (clock.InnerTrue - start);
                    Assert.IsTrue(clock.InnerTrue == 0 || early <= Look, "early by " + early.ToString());
                    ExpectNotEarly(clock, start, before, 10 * Duration.Millisecond, "after it");
                    Assert.IsTrue(clock.Now >= outer && clock.Now >= clock.Inner, "time goes back");
                }
            }
        }

        [TestMethod]
        public void Now_afterALookThatMetAFullHeap_goesOn()
        {
            for (int reading = 3; reading <= 5; reading++)
            {
                TwoClocks clock = NewClock(10 * Duration.Millisecond);
                long start = clock.True;
                long before = clock.Now;
                clock.True += 23456;
                clock.Set -= Hour;
                clock.ThrowAtReading = reading;
                try
                {
                    long now = clock.Now;
                    Assert.IsTrue(false, "reading " + reading.ToString() + " has thrown");
                }
                catch (OutOfMemoryException)
                {
                }

                ExpectNotEarly(clock, start, before, 10 * Duration.Millisecond, "reading " + reading.ToString());
                ExpectFollows(clock, 100, 137);
            }
        }

        private static TwoClocks NewClock(long step)
        {
            TwoClocks clock = new TwoClocks { CoarseStep = step };
            clock.Begin();
            return clock;
        }

        private static void ExpectFollows(TwoClocks clock, int readings, long apart)
        {
            long start = clock.True;
            long before = clock.Now;
            for (int i = 0; i < readings; i++)
            {
                clock.True += apart;
                long off = (clock.Now - before) - (clock.True - start);
                Assert.IsTrue(off <= Look && off >= -Look, "off by " + off.ToString());
            }
        }

        private static void ExpectCoarse(TwoClocks clock, long drift)
        {
            long coarse = clock.Coarse;
            long now = clock.Now;
            Assert.IsTrue(coarse <= now + drift, "ahead by " + (coarse - now).ToString());
            Assert.IsTrue(now - coarse < clock.CoarseError + Look + drift, "behind by " + (now - coarse).ToString());
        }

        private static void ExpectNotEarly(TwoClocks clock, long start, long before, long step, string what)
        {
            long early = (clock.Now - before) - (clock.True - start);
            Assert.IsTrue(early <= Look, what + ": early by " + early.ToString());
            Assert.IsTrue(early >= -(3 * step) - Look, what + ": late by " + (-early).ToString());
        }

        private static void SetAndExpectGoesOn(TwoClocks clock, long set)
        {
            long start = clock.True;
            long before = clock.Now;
            clock.Set = set;
            for (int i = 0; i < 100; i++)
            {
                clock.True += 1370;
                ExpectNotEarly(clock, start, before, clock.CoarseStep, "set to " + set.ToString());
            }
        }
    }

    /// <summary>
    /// A true time that tests move, and the two clocks that show it: one coarsely, one that can be set.
    /// </summary>
    internal sealed class TwoClocks : SteadyClock
    {
        internal const long ReadingCost = 10;

        internal long True = 1000000;
        internal long Set = 20L * 365 * 86400 * Duration.Second;
        internal long CoarseStep = 1000;
        internal long FineStep = 1;

        /// <summary>How late a step of the coarse clock may be seen, µs.</summary>
        internal long Late;

        /// <summary>Readings of either clock so far.</summary>
        internal int Readings;

        /// <summary>The reading, from now on, before which the thread is stopped; 0 for none.</summary>
        internal int StopAtReading;

        /// <summary>The reading, from now on, that meets a full heap; 0 for none.</summary>
        internal int ThrowAtReading;

        /// <summary>For how long it is stopped, µs.</summary>
        internal long StopFor;

        /// <summary>Whether another thread reads the time meanwhile.</summary>
        internal bool ReadMeanwhile;

        /// <summary>What that thread read.</summary>
        internal long Inner;

        /// <summary>When it did.</summary>
        internal long InnerTrue;

        private long _shown;

        public override long Now => TimeOf(ReadCoarse(), ReadFine());

        public override long Coarse => (ReadCoarse() * Duration.Millisecond) + Lead;

        internal void Begin()
        {
            Measure();
        }

        protected override long ReadCoarse()
        {
            Read();
            long step = True / CoarseStep;

            // Each step has its own delay.
            if (True % CoarseStep < step * 7919 % (Late + 1))
            {
                step--;
            }

            if (step > _shown)
            {
                _shown = step;
            }

            return _shown * CoarseStep / 1000;
        }

        protected override long ReadFine()
        {
            Read();
            return (True + Set) / FineStep * FineStep * 10;
        }

        private void Read()
        {
            Readings++;
            if (ThrowAtReading > 0 && --ThrowAtReading == 0)
            {
                throw new OutOfMemoryException();
            }

            if (StopAtReading > 0 && --StopAtReading == 0)
            {
                True += StopFor;
                if (ReadMeanwhile)
                {
                    Inner = Now;
                    InnerTrue = True;
                }
            }

            True += ReadingCost;
        }
    }
}
