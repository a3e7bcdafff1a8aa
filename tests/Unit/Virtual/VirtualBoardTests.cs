using System;
using NanoExecutor.Boards.Virtual;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class VirtualBoardTests
    {
        [TestMethod]
        public void Run_ofTheSameScript_isTheSameEventForEvent()
        {
            Assert.AreEqual(
                "tick 100;fire 1 199;fire 0 199;b 199;a 199;tick 200;tick 300;fire 0 350;a 350;fire 0 400;a 400;tick 400;tick 500;",
                ScriptedRun(0),
                "everything at its time in the order of the script");
            Assert.AreEqual(ScriptedRun(1), ScriptedRun(1), "nothing but the script decides: not even what a reading costs");
        }

        [TestMethod]
        public void Park_withNothingScheduled_saysThatNothingWillWake()
        {
            VirtualClock clock = new VirtualClock(1);
            clock.ReadingCost = 0;
            Executor executor = NewExecutor(clock);
            executor.Spawn(new NeverFuture());
            clock.AdvanceTo(700);
            Expect.Message(
                "At 700 microseconds every task sleeps and nothing is scheduled that could wake one;", executor.Run);
            Assert.AreEqual(1, executor.TaskCount, "the task is still there");
            Assert.AreEqual(ExecutorState.Idle, executor.State, "and the executor is not running");
        }

        [TestMethod]
        public void Reading_ofTheClock_letsTimersComeDueWhileTasksKeepItBusy()
        {
            VirtualClock clock = new VirtualClock(1);
            Executor executor = NewExecutor(clock);
            executor.Spawn(new Spinning());
            Assert.IsTrue(executor.BlockOn(new Delay().For(1000)), "the delay was not starved");
            Assert.AreEqual(0L, executor.TimeAsleep, "though the executor never slept");
        }

        [TestMethod]
        public void Interrupts_ofOneTime_fireInTheOrderOfScheduling()
        {
            VirtualClock clock = new VirtualClock(4);
            Log log = new Log();
            clock.Schedule(20, new Noting(clock, log, "c"));
            clock.Schedule(10, new Noting(clock, log, "a"));
            clock.Schedule(20, new Noting(clock, log, "d"));
            clock.Schedule(10, new Noting(clock, log, "b"));
            clock.AdvanceTo(20);
            Assert.AreEqual("a 10;b 10;c 20;d 20;", log.Text);
            Assert.AreEqual(4L, clock.Fired);
        }

        [TestMethod]
        public void Advance_pastAnInterrupt_firesItAtItsOwnTime()
        {
            VirtualClock clock = new VirtualClock(1);
            Log log = new Log();
            clock.Schedule(40, new Noting(clock, log, "a"));
            clock.Advance(100);
            Assert.AreEqual("a 40;", log.Text, "in the middle of the computation");
            Assert.AreEqual(100L, clock.Time, "which took as long as it said");
        }

        [TestMethod]
        public void Interrupt_thatComesWhileAnotherFires_waitsForItsEnd()
        {
            VirtualClock clock = new VirtualClock(2);
            Log log = new Log();
            clock.Schedule(10, new Slow(clock, log, 50));
            clock.Schedule(20, new Noting(clock, log, "b"));
            clock.Advance(15);
            Assert.AreEqual("slow 10;end 60;", log.Text, "nothing fires inside");
            clock.Advance(0);
            Assert.AreEqual("slow 10;end 60;b 60;", log.Text, "it is late and not lost");
        }

        [TestMethod]
        public void Schedule_whenFull_isRefusedAndLosesNothing()
        {
            VirtualClock clock = new VirtualClock(1);
            Log log = new Log();
            clock.Schedule(10, new Noting(clock, log, "a"));
            Expect.Message(
                "The schedule has 1 places and all are taken;", () => clock.Schedule(5, new Noting(clock, log, "b")));
            clock.AdvanceTo(20);
            Assert.AreEqual("a 10;", log.Text);
        }

        [TestMethod]
        public void Schedule_withAnAlarm_leavesThePlacesOfInterrupts()
        {
            VirtualClock clock = new VirtualClock(1);
            Executor executor = NewExecutor(clock);
            Log log = new Log();
            clock.Schedule(50, new Noting(clock, log, "a"));
            Assert.IsTrue(executor.BlockOn(new Delay().For(100)), "the alarm has a place of its own");
            Assert.AreEqual("a 50;", log.Text);
        }

        [TestMethod]
        public void Cancel_takesTheNextFiringOff()
        {
            VirtualClock clock = new VirtualClock(2);
            Log log = new Log();
            Noting noting = new Noting(clock, log, "a");
            clock.Schedule(30, noting);
            clock.Schedule(10, noting);
            Assert.IsTrue(clock.Cancel(noting), "it was scheduled");
            clock.AdvanceTo(50);
            Assert.AreEqual("a 30;", log.Text, "the other firing stays");
            Assert.IsFalse(clock.Cancel(noting), "nothing is left to cancel");
        }

        [TestMethod]
        public void Cancel_inTheMiddle_leavesTheOthersInOrder()
        {
            VirtualClock clock = new VirtualClock(5);
            Log log = new Log();
            Noting middle = new Noting(clock, log, "c");
            clock.Schedule(50, new Noting(clock, log, "e"));
            clock.Schedule(30, middle);
            clock.Schedule(10, new Noting(clock, log, "a"));
            clock.Schedule(40, new Noting(clock, log, "d"));
            clock.Schedule(20, new Noting(clock, log, "b"));
            Assert.IsTrue(clock.Cancel(middle), "it was scheduled");
            Assert.AreEqual(4, clock.Scheduled, "the others are");
            clock.Schedule(45, middle);
            clock.AdvanceTo(50);
            Assert.AreEqual("a 10;b 20;d 40;c 45;e 50;", log.Text, "its place was free for another time");
            Assert.AreEqual(0, clock.Scheduled, "nothing is left");
            Assert.AreEqual(5L, clock.Fired, "each once");
        }

        [TestMethod]
        public void Schedule_inThePast_firesWithTheNextStep()
        {
            VirtualClock clock = new VirtualClock(1);
            Log log = new Log();
            clock.AdvanceTo(100);
            clock.Schedule(40, new Noting(clock, log, "a"));
            Assert.AreEqual("", log.Text, "not by itself");
            clock.Advance(0);
            Assert.AreEqual("a 100;", log.Text, "time does not go back for it");
        }

        [TestMethod]
        public void Advance_firesWhatIsDueAndNothingMore()
        {
            VirtualClock clock = new VirtualClock(2);
            Log log = new Log();
            clock.Schedule(100, new Noting(clock, log, "a"));
            clock.Schedule(101, new Noting(clock, log, "b"));
            clock.Advance(99);
            Assert.AreEqual("", log.Text, "neither is due");
            clock.Advance(1);
            Assert.AreEqual("a 100;", log.Text, "the first");
            Assert.AreEqual(1, clock.Scheduled, "the second is not");
        }

        [TestMethod]
        public void Interrupt_thatThrows_doesNotKeepTheOthersFromFiring()
        {
            VirtualClock clock = new VirtualClock(2);
            Log log = new Log();
            clock.Schedule(10, new Throwing());
            clock.Schedule(20, new Noting(clock, log, "b"));
            Expect.Message("thrown by a test", () => clock.AdvanceTo(30));
            Assert.AreEqual(10L, clock.Time, "it threw at its time");
            clock.AdvanceTo(30);
            Assert.AreEqual("b 20;", log.Text, "the next fires at its own");
        }

        [TestMethod]
        public void ReadingCost_zero_stopsTheTime()
        {
            VirtualClock clock = new VirtualClock(1);
            Assert.AreEqual(1L, clock.Now, "a reading takes a microsecond at first");
            clock.ReadingCost = 0;
            Assert.AreEqual(1L, clock.Now, "and then nothing");
            clock.ReadingCost = 5;
            Assert.AreEqual(6L, clock.Now, "or more");
            Assert.AreEqual(6L, clock.Time, "a look for a display is free");
        }

        [TestMethod]
        public void GiveWay_takesItsCost()
        {
            VirtualClock clock = new VirtualClock(1);
            VirtualParker parker = new VirtualParker(clock);
            parker.GiveWay();
            Assert.AreEqual(1L, clock.Time, "a microsecond at first");
            parker.GiveWayCost = 31;
            parker.GiveWay();
            Assert.AreEqual(32L, clock.Time, "or as much as is said");
        }

        [TestMethod]
        public void Park_endsWhenItsTimeIsUp()
        {
            VirtualClock clock = new VirtualClock(1);
            Log log = new Log();
            VirtualParker parker = new VirtualParker(clock);
            clock.Schedule(50, new Noting(clock, log, "a"));
            parker.Park(30);
            Assert.AreEqual(30L, clock.Time, "then");
            Assert.AreEqual(1, clock.Scheduled, "what comes later is still to come");
            parker.Park(60);
            Assert.AreEqual(60L, clock.Time, "an interrupt that wakes nobody does not end it");
            Assert.AreEqual("a 50;", log.Text, "but fires in it");
            parker.Park(10);
            Assert.AreEqual(60L, clock.Time, "a time that has passed ends it at once");
            Assert.AreEqual(3L, parker.Parks, "each is counted");
        }

        [TestMethod]
        public void Park_endedByAnUnpark_leavesNoTimeBehind()
        {
            VirtualClock clock = new VirtualClock(1);
            VirtualParker parker = new VirtualParker(clock);
            clock.Schedule(20, new Unparking(parker));
            parker.Park(100);
            Assert.AreEqual(20L, clock.Time, "it ended by the interrupt");
            Assert.AreEqual(0, clock.Scheduled, "so its own time is off the schedule");
            clock.AdvanceTo(200);
            parker.Park(300);
            Assert.AreEqual(300L, clock.Time, "and ends no later park");
        }

        [TestMethod]
        public void Park_thatThrew_canBeTriedAgain()
        {
            VirtualClock clock = new VirtualClock(2);
            VirtualParker parker = new VirtualParker(clock);
            clock.Schedule(5, new Throwing());
            Expect.Message("thrown by a test", () => parker.Park(50));
            Assert.AreEqual(0, clock.Scheduled, "its time is off the schedule");
            parker.Park(70);
            Assert.AreEqual(70L, clock.Time, "the next park is a whole one");
            Expect.Message("At 70 microseconds every task sleeps", () => parker.Park(long.MaxValue));
        }

        [TestMethod]
        public void Parker_madeWhileTheScheduleIsFull_hasAPlaceOfItsOwn()
        {
            VirtualClock clock = new VirtualClock(1);
            Log log = new Log();
            clock.Schedule(70, new Noting(clock, log, "a"));
            VirtualParker first = new VirtualParker(clock);
            VirtualParker second = new VirtualParker(clock);
            first.Park(40);
            second.Park(60);
            Assert.AreEqual(60L, clock.Time, "each waits for its own time");
            clock.AdvanceTo(70);
            Assert.AreEqual("a 70;", log.Text, "and the interrupt for its");
        }

        [TestMethod]
        public void Unpark_beforePark_endsItAtOnce()
        {
            VirtualClock clock = new VirtualClock(1);
            clock.Schedule(10, new Noting(clock, new Log(), "a"));
            VirtualParker parker = new VirtualParker(clock);
            parker.Unpark();
            parker.Park(long.MaxValue);
            Assert.AreEqual(0L, clock.Time, "it latched, so no time has passed");
            Assert.AreEqual(1, clock.Scheduled, "and nothing has fired");
        }

        [TestMethod]
        public void Schedule_moreThanTheClockWasMadeFor_leavesTheParkersTheirPlaces()
        {
            VirtualClock clock = new VirtualClock(2);
            VirtualParker one = new VirtualParker(clock);
            VirtualParker two = new VirtualParker(clock);
            Noting noting = new Noting(clock, new Log(), "a");
            clock.Schedule(100, noting);
            clock.Schedule(110, noting);
            Expect.Message("The schedule has 2 places and all are taken;", () => clock.Schedule(120, noting));
            one.Park(10);
            two.Park(20);
            Assert.AreEqual(20L, clock.Time, "both parks have ended in time");
            Expect.Message("The schedule has 2 places and all are taken;", () => clock.Schedule(120, noting));
            clock.AdvanceTo(110);
            clock.Schedule(120, noting);
            clock.Schedule(130, noting);
            Assert.AreEqual(2, clock.Scheduled, "and there is room again");
        }

        [TestMethod]
        public void Clock_atItsEnd_saysSo()
        {
            VirtualClock clock = new VirtualClock(1);
            clock.AdvanceTo(long.MaxValue - 5);
            Expect.Message("The clock shows 9223372036854775802 and cannot go on by 6 microseconds;", () => clock.Advance(6));
            clock.Advance(5);
            Assert.AreEqual(long.MaxValue, clock.Time, "the last time there is");
        }

        [TestMethod]
        public void Clock_isNotSetBack()
        {
            VirtualClock clock = new VirtualClock(1);
            clock.AdvanceTo(10);
            Expect.Message("The clock shows 10 and cannot go back to 9 microseconds;", () => clock.AdvanceTo(9));
            Expect.Message("The clock shows 10 and cannot go back to 5 microseconds;", () => clock.Advance(-5));
            Expect.Message("A reading cost of -1 microseconds;", () => clock.ReadingCost = -1);
            Expect.Message("A schedule of 0 interrupts;", () => new VirtualClock(0));
            Expect.Message("A schedule needs an interrupt; null was given.", () => clock.Schedule(20, null));
            Expect.Message(
                "The clock shows 10 and cannot go on by 9223372036854775800 microseconds; give at most 9223372036854775797.",
                () => clock.Advance(long.MaxValue - 7));
            Assert.AreEqual(10L, clock.Time);
            clock.Advance(long.MaxValue - 10);
            Assert.AreEqual(long.MaxValue, clock.Time, "the last time there is");
        }

        private static string ScriptedRun(long readingCost)
        {
            VirtualClock clock = new VirtualClock(8);
            clock.ReadingCost = readingCost;
            Reactor reactor = new Reactor(2);
            Log log = new Log();
            Executor executor = NewExecutor(clock);
            executor.Spawn(new Timed(reactor.Register(0), clock, log, "a"));
            executor.Spawn(new Timed(reactor.Register(1), clock, log, "b"));
            executor.Spawn(new Timed(new Interval(100), clock, log, "tick"));
            executor.Spawn(new Stopping(new Delay().For(550)));

            // The second is scheduled by the first, while the run is under way.
            clock.Schedule(350, new Raising(reactor, 0, clock, log, 400));
            clock.Schedule(199, new Raising(reactor, 1, clock, log, 0));
            clock.Schedule(199, new Raising(reactor, 0, clock, log, 0));
            executor.Run();
            return log.Text;
        }

        private static Executor NewExecutor(VirtualClock clock)
        {
            return new Executor(4, new AnyMachine(clock, new VirtualParker(clock)));
        }

        private sealed class Timed : Future
        {
            private readonly Future _inner;
            private readonly VirtualClock _clock;
            private readonly Log _log;
            private readonly string _name;

            internal Timed(Future inner, VirtualClock clock, Log log, string name)
            {
                _inner = inner;
                _clock = clock;
                _log = log;
                _name = name;
            }

            public override Poll Poll(Waker waker)
            {
                while (_inner.Poll(waker) == Ready)
                {
                    _log.Add(_name + " " + _clock.Time.ToString() + ";");
                }

                return Pending;
            }
        }

        private sealed class Stopping : Future
        {
            private readonly Future _when;

            internal Stopping(Future when)
            {
                _when = when;
            }

            public override Poll Poll(Waker waker)
            {
                if (_when.Poll(waker) == Pending)
                {
                    return Pending;
                }

                waker.Executor.Stop();
                return Ready;
            }
        }

        private sealed class Spinning : Future
        {
            public override Poll Poll(Waker waker)
            {
                waker.Wake();
                return Pending;
            }
        }

        private sealed class Raising : ScriptedInterrupt
        {
            private readonly Reactor _reactor;
            private readonly int _id;
            private readonly VirtualClock _clock;
            private readonly Log _log;
            private long _again;

            internal Raising(Reactor reactor, int id, VirtualClock clock, Log log, long again)
            {
                _reactor = reactor;
                _id = id;
                _clock = clock;
                _log = log;
                _again = again;
            }

            protected override void Fire()
            {
                _log.Add("fire " + _id.ToString() + " " + _clock.Time.ToString() + ";");
                _reactor.Raise(_id);
                if (_again != 0)
                {
                    _clock.Schedule(_again, this);
                    _again = 0;
                }
            }
        }

        private sealed class Throwing : ScriptedInterrupt
        {
            protected override void Fire()
            {
                throw new InvalidOperationException("thrown by a test");
            }
        }

        private sealed class Unparking : ScriptedInterrupt
        {
            private readonly VirtualParker _parker;

            internal Unparking(VirtualParker parker)
            {
                _parker = parker;
            }

            protected override void Fire()
            {
                _parker.Unpark();
            }
        }

        private sealed class Noting : ScriptedInterrupt
        {
            private readonly VirtualClock _clock;
            private readonly Log _log;
            private readonly string _name;

            internal Noting(VirtualClock clock, Log log, string name)
            {
                _clock = clock;
                _log = log;
                _name = name;
            }

            protected override void Fire()
            {
                _log.Add(_name + " " + _clock.Time.ToString() + ";");
            }
        }

        private sealed class Slow : ScriptedInterrupt
        {
            private readonly VirtualClock _clock;
            private readonly Log _log;
            private readonly long _duration;

            internal Slow(VirtualClock clock, Log log, long duration)
            {
                _clock = clock;
                _log = log;
                _duration = duration;
            }

            protected override void Fire()
            {
                _log.Add("slow " + _clock.Time.ToString() + ";");
                _clock.Advance(_duration);
                _log.Add("end " + _clock.Time.ToString() + ";");
            }
        }
    }
}
