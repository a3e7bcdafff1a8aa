using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class ExecutorTimeTests
    {
        [TestMethod]
        public void Park_thatEndsEarly_isRepeated()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            int early = 0;
            machine.Parker.DuringPark = () =>
            {
                if (early++ < 3)
                {
                    machine.Clock.Time += 100;
                    machine.Parker.Unpark();
                }
            };
            executor.BlockOn(new Delay().For(1000));
            Assert.AreEqual(1000L, machine.Clock.Time, "only the clock decides");
            Assert.AreEqual(4, machine.Parker.Parks, "parked again after each early end");
        }

        [TestMethod]
        public void Park_thatEndsLate_isNotRepeated()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            machine.Parker.DuringPark = () => machine.Clock.Time = 11;
            executor.BlockOn(new Delay().For(10));
            Assert.AreEqual(11L, machine.Clock.Time, "it was due");
            Assert.AreEqual(1, machine.Parker.Parks, "one park");
        }

        [TestMethod]
        public void Park_forAnExactDeadline_endsEarlyEnoughToWaitForTheRestAwake()
        {
            ManualMachine machine = new ManualMachine();
            TickingParker parker = new TickingParker(machine.Clock);
            parker.NearDeadline = 1000;
            Executor executor = new Executor(1, new AnyMachine(machine.Clock, parker));
            executor.BlockOn(new Delay().For(5000));
            Assert.AreEqual(4000L, parker.Until, "NearDeadline before it is due");
            Assert.AreEqual(10, parker.GaveWay, "and the rest awake");
        }

        [TestMethod]
        public void Park_forADeadlineThatToleratesALatePark_staysAsleep()
        {
            ManualMachine machine = new ManualMachine();
            TickingParker parker = new TickingParker(machine.Clock);
            parker.NearDeadline = 1000;
            Executor executor = new Executor(1, new AnyMachine(machine.Clock, parker));
            executor.BlockOn(new Delay().For(500, 1000));
            Assert.AreEqual(500L, parker.Until, "when it is due, as that ends a millisecond late at the most");
            Assert.AreEqual(0, parker.GaveWay, "nothing is awaited awake");
        }

        [TestMethod]
        public void Tolerance_deadlinesThatOverlap_areOnePark()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(4);
            for (int i = 1; i <= 4; i++)
            {
                executor.Spawn(new Delay().For(i * 100, 350));
            }

            executor.Run();
            Assert.AreEqual(1, machine.Parker.Parks, "all at the latest time of the first");
            Assert.AreEqual(450L, machine.Clock.Time, "which is 450");
        }

        [TestMethod]
        public void Tolerance_ofAnInterval_doesNotMoveItsGrid()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(1);
            Interval interval = new Interval(100, 50);
            for (int i = 1; i <= 3; i++)
            {
                executor.BlockOn(interval);
                Assert.AreEqual((i * 100L) + 50, machine.Clock.Time, "each tick late by what it tolerates");
                Assert.AreEqual(50L, interval.Lag, "and says so");
            }
        }

        [TestMethod]
        public void Idle_deadlineNearerThanTheParkerCanWake_isAwaitedAwake()
        {
            ManualMachine machine = new ManualMachine();
            TickingParker parker = new TickingParker(machine.Clock);
            parker.NearDeadline = 1000;
            Executor executor = new Executor(1, new AnyMachine(machine.Clock, parker));
            executor.BlockOn(new Delay().For(900));
            Assert.AreEqual(0, parker.Parks, "no park for 900 microseconds");
            Assert.AreEqual(9, parker.GaveWay, "it gave way between its looks at the clock");
        }

        [TestMethod]
        public void Tick_busyExecutor_givesWayAfterEachBatch()
        {
            // Giving way takes 100 microseconds here, so a batch is to take 400 to 800: 4 to 8 of these polls.
            int gaveWay = GaveWay(0, 400);
            Assert.IsTrue(gaveWay >= 400 / 8, "40 ms of work: " + gaveWay.ToString());
            Assert.IsTrue(gaveWay <= 400 / 4, "an eighth of the time at the most: " + gaveWay.ToString());
        }

        [TestMethod]
        public void Tick_busyExecutor_givesWayNoSoonerThanAsked()
        {
            Assert.AreEqual(0, GaveWay(long.MaxValue, 400), "never, if that was asked");
            int gaveWay = GaveWay(10000, 400);
            Assert.IsTrue(gaveWay >= 2, "40 ms of work: " + gaveWay.ToString());
            Assert.IsTrue(gaveWay <= 4, "and no more often than each 10 ms: " + gaveWay.ToString());
        }

        private static int GaveWay(long after, int polls)
        {
            ManualMachine machine = new ManualMachine();
            TickingParker parker = new TickingParker(machine.Clock);
            parker.GiveWayAfter = after;
            Executor executor = new Executor(1, new AnyMachine(machine.Clock, parker));
            executor.Spawn(new Worker(machine.Clock, 100, polls));
            executor.Run();
            return parker.GaveWay;
        }

        [TestMethod]
        public void Tick_busyExecutor_firesTimersBetweenLongPolls()
        {
            // Polls of 1 ms: a deadline may be late by one of them but not by many.
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Stamp stamp = new Stamp(machine.Clock, 5500);
            executor.Spawn(new Worker(machine.Clock, 1000, 40));
            executor.Spawn(stamp);
            executor.Run();
            Assert.IsTrue(stamp.Time - stamp.Due >= 0, "not early");
            Assert.IsTrue(stamp.Time - stamp.Due <= 2000, "late by two polls at the most: " + stamp.Time.ToString());
        }

        [TestMethod]
        public void Timers_fireEachAtItsTime()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(64);
            Stamp[] stamps = new Stamp[64];
            int random = 12345;
            for (int i = 0; i < stamps.Length; i++)
            {
                random = ((random * 1103515245) + 12345) & 0x7FFFFFFF;
                stamps[i] = new Stamp(machine.Clock, 1 + (random % 1000));
                executor.Spawn(stamps[i]);
            }

            executor.Run();
            for (int i = 0; i < stamps.Length; i++)
            {
                Assert.AreEqual(stamps[i].Due, stamps[i].Time, "each at its time");
            }
        }

        [TestMethod]
        public void Timers_cancelledInAnyOrder_leaveTheOthers()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(31);
            long[] handles = new long[31];
            Stamp[] stamps = new Stamp[31];
            for (int i = 0; i < 31; i++)
            {
                stamps[i] = new Stamp(machine.Clock, 1 + ((i * 7) % 31));
                handles[i] = executor.Spawn(stamps[i]);
            }

            executor.RunUntilIdle();
            for (int i = 0; i < 31; i += 3)
            {
                executor.Abort(handles[i]);
            }

            executor.Run();
            for (int i = 0; i < 31; i++)
            {
                Assert.AreEqual(i % 3 == 0 ? 0 : stamps[i].Due, stamps[i].Time, "only the aborted ones are missing");
            }
        }

        private sealed class TickingParker : Parker
        {
            internal int Parks;
            internal int GaveWay;
            internal long Until;

            private readonly ManualClock _clock;

            internal TickingParker(ManualClock clock)
            {
                _clock = clock;
            }

            public override void Park(long until)
            {
                Parks++;
                Until = until;
                _clock.Time = until;
            }

            public override void Unpark()
            {
            }

            public override void GiveWay()
            {
                GaveWay++;
                _clock.Time += 100;
            }
        }

        private sealed class Worker : Future
        {
            private readonly ManualClock _clock;
            private readonly int _cost;
            private int _left;

            internal Worker(ManualClock clock, int cost, int polls)
            {
                _clock = clock;
                _cost = cost;
                _left = polls;
            }

            public override Poll Poll(Waker waker)
            {
                _clock.Time += _cost;
                if (--_left == 0)
                {
                    return Ready;
                }

                waker.Wake();
                return Pending;
            }
        }

        [TestMethod]
        public void LongPolls_thatReadTheClockThemselves_doNotKeepItFromTheTimers()
        {
            ManualMachine machine = new ManualMachine();
            Executor executor = machine.NewExecutor(2);
            Stamp stamp = new Stamp(machine.Clock, Duration.Second);
            executor.Spawn(stamp);
            executor.Spawn(new Timed(machine.Clock, 300));
            executor.Run();
            Assert.IsTrue(
                stamp.Time <= stamp.Due + (20 * Duration.Millisecond),
                "late by two polls at the most, not by " + (stamp.Time - stamp.Due).ToString() + " microseconds");
        }

        /// <summary>Takes 10 ms for each of its polls and sets a timer at the end of it, as a busy task may.</summary>
        private sealed class Timed : Future
        {
            private readonly ManualClock _clock;
            private readonly WithTimeout _timeout = new WithTimeout(new NeverFuture(), Duration.Hour);
            private int _left;

            internal Timed(ManualClock clock, int polls)
            {
                _clock = clock;
                _left = polls;
            }

            public override Poll Poll(Waker waker)
            {
                _clock.Time += 10 * Duration.Millisecond;
                _timeout.Cancel();
                if (--_left == 0)
                {
                    return Ready;
                }

                waker.Wake();
                return _timeout.Poll(waker);
            }
        }

        private sealed class Stamp : Future
        {
            internal long Due;
            internal long Time;

            private readonly ManualClock _clock;
            private readonly long _duration;
            private readonly Delay _delay = new Delay();

            internal Stamp(ManualClock clock, long duration)
            {
                _clock = clock;
                _duration = duration;
            }

            public override Poll Poll(Waker waker)
            {
                if (Due == 0)
                {
                    Due = _clock.Time + _duration;
                    _delay.For(_duration);
                }

                if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }

                Time = _clock.Time;
                return Ready;
            }

            public override void Cancel()
            {
                _delay.Cancel();
            }
        }
    }
}
