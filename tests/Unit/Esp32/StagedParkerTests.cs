using NanoExecutor.Boards.Esp32;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class StagedParkerTests
    {
        private const long Never = long.MaxValue;

        [TestMethod]
        public void Park_atFirst_doesNotSleep()
        {
            Sleeper parker = new Sleeper(new ManualClock());
            parker.Unpark();
            parker.Park(Never);
            Assert.AreEqual("", parker.Log, "light sleep is off until it is asked for");
        }

        [TestMethod]
        public void Park_forAsLongAsAsked_sleepsForThatTime()
        {
            Sleeper parker = NewSleeper();
            parker.Park(2000 * Duration.Millisecond);
            Assert.AreEqual(" sleep 2000 woken", parker.Log, "until the end it was given");
            Assert.AreEqual(1L, parker.LightSleeps, "light sleeps");
        }

        [TestMethod]
        public void Park_forLess_parks()
        {
            Sleeper parker = NewSleeper();
            parker.Unpark();
            parker.Park(1011 * Duration.Millisecond);
            Assert.AreEqual("", parker.Log, "a second is asked for");
        }

        [TestMethod]
        public void Park_withoutADeadline_sleepsAnHour()
        {
            Sleeper parker = NewSleeper();
            parker.Park(Never);
            Assert.AreEqual(" sleep 3600000 woken", parker.Log, "and looks again");
        }

        [TestMethod]
        public void Park_afterAnUnpark_doesNotSleep()
        {
            Sleeper parker = NewSleeper();
            parker.Unpark();
            parker.Park(Never);
            Assert.AreEqual("", parker.Log, "the unpark is latched");
            parker.Park(Never);
            Assert.AreEqual(" sleep 3600000 woken", parker.Log, "and was taken");
        }

        [TestMethod]
        public void Park_wokenByAPin_doesNotSleepForASecond()
        {
            ManualClock clock = new ManualClock();
            Sleeper parker = NewSleeper(clock);
            parker.WokenByPin = true;
            parker.Park(Never);
            Assert.AreEqual(" sleep 3600000 by pin", parker.Log, "the hook hears of it");
            clock.Time += 999 * Duration.Millisecond;
            ExpectOnlyParks(parker, "the pin may still be at its wake level");
            clock.Time += Duration.Millisecond;
            parker.Park(Never);
            Assert.AreEqual(" sleep 3600000 by pin sleep 3600000 by pin", parker.Log, "a second has passed");
        }

        [TestMethod]
        public void Park_wokenByAPin_onACoarseClock_doesNotSleepForASecondForCertain()
        {
            ManualClock clock = new ManualClock { Step = 10 * Duration.Millisecond, Time = 9999 };
            Sleeper parker = NewSleeper(clock);
            parker.WokenByPin = true;
            parker.Park(Never);
            clock.Time += 999 * Duration.Millisecond;
            ExpectOnlyParks(parker, "the clock shows a second more, which has not passed");
        }

        [TestMethod]
        public void Park_refusedBySleep_parks()
        {
            Sleeper parker = NewSleeper();
            parker.IsRefused = true;
            parker.Park(Never);
            Assert.AreEqual(" refused", parker.Log, "it parked and was unparked");
            Assert.AreEqual(0L, parker.LightSleeps, "no light sleep");
        }

        private static Sleeper NewSleeper()
        {
            return NewSleeper(new ManualClock());
        }

        private static Sleeper NewSleeper(ManualClock clock)
        {
            Sleeper parker = new Sleeper(clock);
            parker.LightSleepAfter = Duration.Second;
            parker.NearDeadline = 12 * Duration.Millisecond;
            parker.OnLightSleepEnd = parker.Woken;
            return parker;
        }

        private static void ExpectOnlyParks(Sleeper parker, string why)
        {
            // So that the park ends; one that thought of sleeping would have given way and taken it.
            int before = parker.GivesWay;
            parker.Unpark();
            parker.Park(Never);
            Assert.AreEqual(before, parker.GivesWay, why);
        }

        private sealed class Sleeper : StagedParker
        {
            internal string Log = "";
            internal bool WokenByPin;
            internal bool IsRefused;
            internal int GivesWay;

            internal Sleeper(Clock clock)
                : base(clock)
            {
            }

            public override void GiveWay()
            {
                GivesWay++;
            }

            internal void Woken(bool byPin)
            {
                Log += byPin ? " by pin" : " woken";
            }

            protected override int LightSleep(long duration)
            {
                if (IsRefused)
                {
                    // So that the park that follows ends.
                    Log += " refused";
                    Unpark();
                    return Refused;
                }

                Log += " sleep " + (duration / Duration.Millisecond).ToString();
                return WokenByPin ? WokenOtherwise : WokenByTimer;
            }
        }
    }
}
