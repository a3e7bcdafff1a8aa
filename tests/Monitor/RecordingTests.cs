using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.Monitoring.Tests
{
    /// <summary>What a recording makes of frames, also where some are missing or wrong.</summary>
    [TestClass]
    public class RecordingTests
    {
        [TestMethod]
        public void Polls_andParks_haveTheirTimes()
        {
            Recording recording = new Wire().Clock(1000).Text('T', 0, "beat").Record(1000, TraceEvent.Spawn, 0, 1)
                .Record(1005, TraceEvent.Wake, 0, WokenBy.Unknown).Record(1010, TraceEvent.PollBegin, 0)
                .Record(1040, TraceEvent.PollEnd, 0).Record(1050, TraceEvent.Park, -1, 1000).Record(2050, TraceEvent.Unpark)
                .Record(2055, TraceEvent.Timer, 0, 5).Poll(2060, 2070, 0).Record(2070, TraceEvent.End, 0).Read().Recording;
            TaskTrack beat = recording.Tasks.Single();
            Assert.AreEqual("beat", beat.Name);
            Assert.AreEqual("completed", beat.Ending);
            Assert.AreEqual(2, beat.Polls);
            Assert.AreEqual(40, beat.InPolls);
            Assert.AreEqual(30, beat.Longest);
            Assert.AreEqual(5, beat.ReadyWorst, "from its wake to its poll");
            Assert.AreEqual(5, beat.LateWorst);
            Assert.AreEqual(1000, recording.Asleep);
            Assert.AreEqual("1010-1040 2060-2070", string.Join(' ', recording.Polls.Select(p => $"{p.Begin}-{p.End}")));
        }

        [TestMethod]
        public void TheClock_whoseLowerHalfWraps_goesOn()
        {
            const long Wraps = 1L << 32;
            Wire wire = new Wire().Clock((3 * Wraps) - 1_000_000);
            for (long time = (3 * Wraps) - 1_000_000; time < (3 * Wraps) + 5_000_000; time += 500_000)
            {
                wire.Poll(time, time + 10, 0);
            }

            Recording recording = wire.Read().Recording;
            Assert.AreEqual((3 * Wraps) + 4_500_010, recording.Now);
            Assert.AreEqual(0, recording.Resets);
            Assert.AreEqual(5_500_010, recording.Length);
            Assert.IsTrue(recording.Polls.Zip(recording.Polls.Skip(1)).All(p => p.First.End <= p.Second.Begin), "in order");
        }

        [TestMethod]
        public void TwoTasks_inOneSlot_areTwo()
        {
            Recording recording = new Wire().Clock(0).Record(1, TraceEvent.Spawn, 2, 1).Text('T', 2, "first").Poll(2, 3, 2)
                .Record(3, TraceEvent.End, 2).Record(9, TraceEvent.Wake, 2, WokenBy.Unknown).Record(10, TraceEvent.Spawn, 2, 2)
                .Poll(11, 12, 2).Text('T', 2, "second").Read().Recording;
            Assert.AreEqual("first second", string.Join(' ', recording.Tasks.Select(t => t.Name)));
            Assert.AreEqual("1 1", string.Join(' ', recording.Tasks.Select(t => t.Polls)));
        }

        [TestMethod]
        public void AHole_leavesNobodyBeingPolled()
        {
            Wire wire = new Wire().Clock(0).Record(10, TraceEvent.PollBegin, 0).Lose(4).Record(5000, TraceEvent.Wake, 1, 0);
            Recording recording = wire.Record(5010, TraceEvent.Lost, -1, 7).Read().Recording;
            Assert.IsNull(recording.Polling, "it may have ended in the hole");
            Assert.IsEmpty(recording.Polls, "and nobody knows when");
            Assert.AreEqual(7, recording.Overwritten);
        }

        [TestMethod]
        public void RecordsThatComeAgain_fromTheWholeRing_countOnce()
        {
            TracedBoard board = new();
            board.Executor.Spawn(new Repeat(new Interval(1000), Repeat.Forever), "beat");
            Recording recording = board.Run(100 * Duration.Millisecond);
            long polls = recording.Tasks[0].Polls;
            int spans = recording.Polls.Count;
            board.Ring.WriteTo(board);
            Assert.IsGreaterThan(90, polls);
            Assert.AreEqual(polls, recording.Tasks[0].Polls, "a ring written for a look after a fault repeats what was streamed");
            Assert.AreEqual(spans, recording.Polls.Count);
        }

        [TestMethod]
        public void ATime_thatNothingBearsOut_isPassedOver()
        {
            Recording recording = new Wire().Clock(0).Poll(10, 20, 0).Record(900_000_000, TraceEvent.Mark, -1, 1, 1)
                .Poll(30, 40, 0).Read().Recording;
            Assert.AreEqual(1, recording.Implausible);
            Assert.AreEqual(40, recording.Now);
            recording = new Wire().Clock(0).Poll(10, 20, 0).Record(900_000_000, TraceEvent.Mark, -1, 1, 1)
                .Record(900_000_010, TraceEvent.Mark, -1, 1, 2).Read().Recording;
            Assert.AreEqual(900_000_010, recording.Now, "two agree");
            Assert.AreEqual(2, recording.Marks.Count);
        }

        [TestMethod]
        public void RecordsBeforeTheFirstClock_getItsUpperHalf()
        {
            const long Late = 7L << 32;
            Recording recording = new Wire(77).Poll(Late + 10, Late + 20, 0).Clock(Late + 30).Poll(Late + 40, Late + 50, 0)
                .Read().Recording;
            Assert.AreEqual(2, recording.Polls.Count);
            Assert.AreEqual(Late + 10, recording.Start);
            Assert.AreEqual(Late + 50, recording.Now);
        }

        [TestMethod]
        public void WhoWoke_isNamed()
        {
            Recording recording = new Wire().Clock(0).Text('S', 4, "button").Text('T', 1, "beat").Poll(1, 2, 1).Read().Recording;
            Assert.AreEqual("button", recording.WakerName(WokenBy.Source + 4));
            Assert.AreEqual("source 5", recording.WakerName(WokenBy.Source + 5));
            Assert.AreEqual("beat", recording.WakerName(1));
            Assert.AreEqual("a timer", recording.WakerName(WokenBy.Timer));
            Assert.AreEqual("another thread", recording.WakerName(WokenBy.Unknown));
        }

        [TestMethod]
        public void WhatIsSeen_agreesWithWhatTheExecutorCounts()
        {
            TracedBoard board = new();
            long beat = board.Executor.Spawn(new Repeat(new Interval(1000), Repeat.Forever), "beat");
            LongChannel channel = new(2);
            board.Executor.Spawn(new Sender(channel), "sender");
            long receiver = board.Executor.Spawn(new Repeat(channel.NewReceive(), Repeat.Forever), "receiver");
            Recording recording = board.Run(Duration.Second);
            Assert.AreEqual("beat sender receiver", string.Join(' ', recording.InOrder().Take(3).Select(t => t.Name)));
            Assert.AreEqual(board.Executor.PollsOf(beat), recording.Tasks[0].Polls);
            Assert.AreEqual(board.Executor.PollsOf(receiver), recording.Tasks[2].Polls);
            Assert.AreEqual(board.Executor.TimeAsleep, recording.Asleep);
            Assert.AreEqual("sender", recording.WakerName(recording.Tasks[2].WokenBy));
            Assert.AreEqual(8, recording.Capacity);
            Assert.AreEqual("test", recording.Program);
        }

        private sealed class Sender : Future
        {
            private readonly Interval _interval = new(700);
            private readonly LongChannel _channel;

            internal Sender(LongChannel channel)
            {
                _channel = channel;
            }

            public override Poll Poll(Waker waker)
            {
                while (_interval.Poll(waker) == Ready)
                {
                    _channel.TrySend(1);
                }

                return Pending;
            }
        }
    }
}
