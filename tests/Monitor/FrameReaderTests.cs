using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoExecutor.Monitoring.Tests
{
    /// <summary>Frames out of a board's output, whatever has happened to them on the way.</summary>
    [TestClass]
    public class FrameReaderTests
    {
        private const string Sound = "lost 0, garbled 0, repeated 0, restarts 0";

        [TestMethod]
        public void WhatABoardStreams_isReadWhole_inPiecesOfAnySize()
        {
            TracedBoard board = new();
            board.Ring.NameMark(3, "level");
            board.Executor.Spawn(new Repeat(new Interval(1000), Repeat.Forever), "beat");
            board.Run(Duration.Second);
            byte[] bytes = board.Sent.ToArray();
            foreach (int atOnce in new[] { 1, 7, 37, 4096, int.MaxValue })
            {
                Wire.Result result = Wire.Read(bytes, atOnce);
                Assert.AreEqual(Sound, result.Counts);
                Assert.AreEqual(board.Ring.Frames, result.Reader.Frames, "every frame");
                Assert.IsEmpty(result.Lines);
            }
        }

        [TestMethod]
        public void LinesOfTheProgram_stayWhatTheyAre()
        {
            Wire.Result result = new Wire().Line("hello").Record(1, TraceEvent.Unpark).Line("a ~ b ~~ \u00b0").Line(string.Empty)
                .Record(2, TraceEvent.Unpark).Line("~").Line("  7.000  last\r").Part("no end").Read();
            Assert.AreEqual("hello|a ~ b ~~ \ufffd||~|  7.000  last|no end", string.Join('|', result.Lines));
            Assert.AreEqual("0 1", result.Numbers);
            Assert.AreEqual(Sound, result.Counts);
        }

        [TestMethod]
        public void ALine_thatFramesStandIn_isPutTogetherAgain()
        {
            Wire.Result result = new Wire().Part("temper").Record(1, TraceEvent.Unpark).Text('T', 0, "beat").Line("ature 21").Read();
            Assert.AreEqual("temperature 21", string.Join('|', result.Lines));
            Assert.AreEqual("0 1", result.Numbers);
        }

        [TestMethod]
        public void Frames_whoseNewlineIsLost_areReadBoth()
        {
            byte[] bytes = new Wire().Text('T', 0, "a~b").Record(1, TraceEvent.Unpark).Text('S', 1, "pin").Bytes;
            bytes = [.. bytes.Where(b => b != '\n')];
            Assert.AreEqual("0 1 2", Wire.Read(bytes).Numbers);
        }

        [TestMethod]
        public void AFrame_cutAtAnyPlace_isCountedAndNothingElseIs()
        {
            byte[] first = new Wire().Record(1, TraceEvent.Unpark).Bytes;
            byte[] cut = new Wire(1).Record(2, TraceEvent.Park).Bytes;
            byte[] rest = new Wire(2).Record(3, TraceEvent.Unpark).Line("text").Bytes;
            for (int kept = 0; kept < cut.Length - 1; kept++)
            {
                Wire.Result result = Wire.Read([.. first, .. cut.AsSpan(0, kept), .. rest]);
                Assert.AreEqual("0 2", result.Numbers, kept + " bytes are left");
                Assert.AreEqual(1, result.Reader.Lost);
                Assert.EndsWith("text", result.Lines[^1]);
            }
        }

        [TestMethod]
        public void AFrame_withAnyDigitGarbled_isLostAndNotShown()
        {
            byte[] bytes = new Wire().Record(1, TraceEvent.Unpark).Record(2, TraceEvent.Park, -1, 7).Record(3, TraceEvent.Unpark)
                .Record(4, TraceEvent.Park).Bytes;
            int length = Frame.RecordLength + 1;
            for (int at = 1; at < Frame.RecordLength; at++)
            {
                byte[] garbled = [.. bytes];
                garbled[length + at] ^= 1;
                Wire.Result result = Wire.Read(garbled);
                Assert.AreEqual("0 2 3", result.Numbers, "digit " + at);
                Assert.AreEqual("lost 1, garbled 1, repeated 0, restarts 0", result.Counts);
                Assert.IsEmpty(result.Lines);
            }
        }

        [TestMethod]
        public void AFrame_thatComesAgain_countsOnce()
        {
            Wire wire = new Wire().Record(1, TraceEvent.Unpark).Record(2, TraceEvent.Park);
            wire.Sequence = 0;
            wire.Record(1, TraceEvent.Unpark).Record(2, TraceEvent.Park).Record(3, TraceEvent.Unpark);
            Wire.Result result = wire.Read();
            Assert.AreEqual("0 1 2", result.Numbers);
            Assert.AreEqual("lost 0, garbled 0, repeated 2, restarts 0", result.Counts);
        }

        [TestMethod]
        public void Sequence_thatWraps_isNoLoss()
        {
            Wire wire = new(0xFFF0);
            for (int i = 0; i < 0x20; i++)
            {
                wire.Record(i, TraceEvent.Unpark);
            }

            wire.Lose(3).Record(99, TraceEvent.Unpark);
            Wire.Result result = wire.Read();
            Assert.AreEqual("lost 3, garbled 0, repeated 0, restarts 0", result.Counts);
            Assert.HasCount(0x21, result.Frames);
        }

        [TestMethod]
        public void ASequence_thatJumpsFar_isBelievedWhenTheNextBearsItOut()
        {
            Wire wire = new Wire().Record(1, TraceEvent.Unpark).Record(2, TraceEvent.Park).Lose(5000);
            wire.Record(3, TraceEvent.Unpark).Record(4, TraceEvent.Park);
            Assert.AreEqual("lost 5000, garbled 0, repeated 0, restarts 0", wire.Read().Counts);

            wire = new Wire(700).Record(1, TraceEvent.Unpark).Record(2, TraceEvent.Park);
            wire.Sequence = 40000;
            wire.Record(3, TraceEvent.Unpark);
            wire.Sequence = 702;
            Wire.Result result = wire.Record(4, TraceEvent.Unpark).Read();
            Assert.AreEqual("700 701 702", result.Numbers, "a number that nothing bears out was garbled");
            Assert.AreEqual("lost 0, garbled 1, repeated 0, restarts 0", result.Counts);
        }

        [TestMethod]
        public void ANearNumber_thatWasWrong_isTakenBack()
        {
            Wire wire = new Wire().Record(1, TraceEvent.Unpark).Record(2, TraceEvent.Park);
            wire.Sequence = 200;
            wire.Record(3, TraceEvent.Unpark);
            wire.Sequence = 3;
            Wire.Result result = wire.Record(4, TraceEvent.Unpark).Record(5, TraceEvent.Park).Read();
            Assert.AreEqual("0 1 200 3 4", result.Numbers);
            Assert.AreEqual("lost 0, garbled 0, repeated 0, restarts 0", result.Counts, "it was the one that is missing");
        }

        [TestMethod]
        public void ABoard_thatIsReset_beginsAnew()
        {
            Wire wire = new Wire(500).Clock(9_000_000).Record(9_000_001, TraceEvent.Unpark);
            wire.Sequence = 0;
            Wire.Result result = wire.Line("boot").Clock(100).Record(200, TraceEvent.Spawn, 0, 1).Record(300, TraceEvent.Park).Read();
            Assert.AreEqual("lost 0, garbled 0, repeated 0, restarts 1", result.Counts);
            Assert.AreEqual(1, result.Recording.Resets);
            Assert.AreEqual(300, result.Recording.Now);
        }

        [TestMethod]
        public void AListener_thatJoinsInTheMiddle_startsWithTheNextFrame()
        {
            byte[] bytes = new Wire().Record(1, TraceEvent.Unpark).Record(2, TraceEvent.Park).Record(3, TraceEvent.Unpark).Bytes;
            for (int from = 1; from <= Frame.RecordLength; from++)
            {
                Wire.Result result = Wire.Read(bytes[from..]);
                Assert.AreEqual("1 2", result.Numbers, "from byte " + from);
                Assert.AreEqual(0, result.Reader.Lost);
            }
        }

        [TestMethod]
        public void Control_characters_areNotLetThrough()
        {
            Assert.AreEqual("?[2Jx y", new Wire().Line("\u001b[2Jx\ty").Read().Lines[0]);
        }

        [TestMethod]
        public void Noise_withoutLines_isReadInTime()
        {
            StringBuilder noise = new();
            for (int i = 0; i < 300_000; i++)
            {
                noise.Append("~00");
            }

            Wire.Result result = Wire.Read(Encoding.ASCII.GetBytes(noise.ToString()));
            Assert.IsEmpty(result.Frames);
        }

        [TestMethod]
        [DataRow(1)]
        [DataRow(2)]
        [DataRow(3)]
        [DataRow(4)]
        public void AnyDamage_isCountedAndNeverACrash(int seed)
        {
            Random random = new(seed);
            TracedBoard board = new();
            board.Executor.Spawn(new Repeat(new Interval(1000), Repeat.Forever), "beat");
            board.Run(2 * Duration.Second);
            byte[] whole = board.Sent.ToArray();
            HashSet<Frame> sent = [.. board.Result.Frames];
            for (int round = 0; round < 20; round++)
            {
                byte[] damaged = Damage(random, whole, random.Next(1, 200));
                Wire.Result result = Wire.Read(damaged, random.Next(1, 5000));
                string what = $"seed {seed}, round {round}: {result.Counts}, {result.Frames.Count} of {sent.Count} frames";
                int strange = result.Frames.Count(f => !sent.Contains(f));
                Assert.IsLessThanOrEqualTo(3, strange, what + ": one in 256 garbled frames passes its check");
                Assert.IsGreaterThan(sent.Count / 2, result.Frames.Count, what);
                Assert.IsLessThanOrEqualTo(3, Math.Abs(sent.Count - result.Frames.Count - result.Reader.Lost), what);
                Assert.AreEqual(0, result.Reader.Restarts, what);
                Assert.AreEqual(0, result.Recording.Resets, what);
                Assert.IsLessThan(3 * Duration.Second, result.Recording.Length, what + ": no time is believed that cannot be");
            }
        }

        private static byte[] Damage(Random random, byte[] whole, int times)
        {
            // The ends stay, so that the number of frames between them is known.
            const int Kept = 400;
            List<byte> bytes = [.. whole];
            for (int i = 0; i < times; i++)
            {
                int at = random.Next(Kept, bytes.Count - (2 * Kept));
                int count = random.Next(1, 100);
                switch (random.Next(5))
                {
                    case 0:
                        bytes.RemoveRange(at, count);
                        break;
                    case 1:
                        bytes[at] = (byte)random.Next(256);
                        break;
                    case 2:
                        bytes.InsertRange(at, bytes.GetRange(at, count));
                        break;
                    case 3:
                        bytes.InsertRange(at, Encoding.ASCII.GetBytes("  1.000  a line\n"));
                        break;
                    default:
                        bytes[at] ^= (byte)(1 << random.Next(8));
                        break;
                }
            }

            return [.. bytes];
        }
    }
}
