using NanoExecutor.Boards.NanoClr;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    [TestClass]
    public class NanoClrParkerTests
    {
        [TestMethod]
        public void Park_untilLessThanAMillisecondFromNow_givesWay()
        {
            ManualClock clock = new ManualClock { Time = 5000 };
            Counting parker = new Counting(clock);
            parker.Park(5999);
            Assert.AreEqual(1, parker.GivesWay, "a timed wait of 0 would not let another thread run");
            parker.Park(5000);
            parker.Park(0);
            Assert.AreEqual(3, parker.GivesWay, "nor would one that is over");
            parker.Park(6000);
            Assert.AreEqual(3, parker.GivesWay, "a millisecond is a wait");
        }

        [TestMethod]
        public void Park_thatGivesWay_leavesTheUnparkToTheNext()
        {
            Counting parker = new Counting(new ManualClock());
            parker.Unpark();
            parker.Park(1);
            Assert.IsTrue(parker.WasUnparked(), "it is still there");
            Assert.IsFalse(parker.WasUnparked(), "once");
        }

        [TestMethod]
        public void Unpark_beforePark_endsItAtOnce()
        {
            Counting parker = new Counting(new ManualClock());
            parker.Unpark();
            parker.Unpark();
            parker.Park(long.MaxValue);
            Assert.IsFalse(parker.WasUnparked(), "two unparks are one");
            parker.Unpark();
            parker.Park(long.MaxValue - 1);
            Assert.IsFalse(parker.WasUnparked(), "however far the time is that it was given");
            Assert.AreEqual(0, parker.GivesWay, "each was a park");
        }

        [TestMethod]
        public void Thresholds_areThoseOfASystemThatTicksAtAHundredHertz()
        {
            NanoClrParker parker = new NanoClrParker(new ManualClock());
            Assert.AreEqual(15 * Duration.Millisecond, parker.NearDeadline, "what is nearer is awaited awake");
            Assert.AreEqual(0L, parker.GiveWayAfter, "it gives way after each batch of polls");
        }

        private sealed class Counting : NanoClrParker
        {
            internal int GivesWay;

            internal Counting(Clock clock)
                : base(clock)
            {
            }

            public override void GiveWay()
            {
                GivesWay++;
            }

            internal bool WasUnparked()
            {
                return TakeUnpark();
            }
        }
    }
}
