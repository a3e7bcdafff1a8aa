using System.IO;
using System.Text;
using Greenhouse;
using Greenhouse.Desktop;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The demo firmware, in simulated time.</summary>
    [TestClass]
    public class GreenhouseTests
    {
        private const long Minute = 60 * Duration.Second;

        [TestMethod]
        public void Run_ofTheSameScript_printsTheSame()
        {
            const string Text = "1 heat on\n5 button down\n6.5 button up\n20 probe stalls\n40 probe works";
            string first = Lines(Text, Minute);
            Assert.Contains("watchdog: soil has made no progress", first, "the script did something");
            Assert.AreEqual(first, Lines(Text, Minute));
        }

        [TestMethod]
        public void Reporter_printsALineASecond()
        {
            string lines = Lines("0 heat off", 10 * Duration.Second);
            Assert.AreEqual(11, lines.Split('\n').Length, lines);
            Assert.StartsWith("    1.020  temperature 21.", lines);
        }

        [TestMethod]
        public void Run_reportsTheLastSecondToo()
        {
            foreach (int seconds in new[] { 1, 2, 60, 61 })
            {
                Assert.AreEqual(seconds, Count(Lines(string.Empty, seconds * Duration.Second), "  temperature "), "reports");
            }
        }

        [TestMethod]
        public void Run_whoseOutputBreaks_ends()
        {
            BrokenStream stream = new BrokenStream(3);
            StreamOutput output = new StreamOutput(stream);
            VirtualSession.Run(new Script("none"), 1_000_000 * Duration.Second, output, false);
            Assert.AreEqual(4, stream.Writes, "the one that failed was the last");
            Assert.AreEqual("No room.", output.Failure.Message);
            Assert.IsFalse(output.HasNoReader);
        }

        [TestMethod]
        public void Run_whoseOutputWasBrokenBefore_doesNothing()
        {
            StreamOutput output = new StreamOutput(new BrokenStream(0));
            output.WriteText("greeting\n");
            NodeRun run = VirtualSession.Run(new Script("none"), 1_000_000 * Duration.Second, output, false);
            Assert.AreEqual(0L, run.Node.Executor.Polls);
        }

        [TestMethod]
        public void Script_isPlayedToTheEndOfTheRunAndNotAtIt()
        {
            Script script = Read("1 soil 1\n3 soil 3\n2 soil 2");
            Assert.AreEqual(2, script.Before(3 * Duration.Second).Length);
            Assert.IsNull(script.IgnoredFrom(3 * Duration.Second + 1), "all are played");
            Assert.AreEqual(
                "a.script: 1 line is ignored, since the run ends after 3 s; the first is line 2, for 3 s. Give more --seconds.",
                script.IgnoredFrom(3 * Duration.Second));
        }

        [TestMethod]
        public void Button_pressedShortly_acknowledgesOnceHoweverMuchItBounces()
        {
            string lines = Lines(
                "0 temperature 40\n4 button down\n4.003 button up\n4.006 button down\n4.2 button up\n4.201 button down\n4.204 button up",
                6 * Duration.Second);
            Assert.Contains("alarm: too hot", lines);
            Assert.AreEqual(1, Count(lines, "button: "), lines);
            Assert.Contains("button: alarm acknowledged", lines);
        }

        [TestMethod]
        public void Button_heldDown_forcesTheFanOnceAndWithoutARelease()
        {
            string lines = Lines("1 button down", 5 * Duration.Second);
            Assert.AreEqual(1, Count(lines, "  button: "), lines);
            Assert.Contains("  button: fan forced on", lines);
            Assert.Contains("fan on", lines.Substring(lines.IndexOf("2.020", System.StringComparison.Ordinal)));
        }

        [TestMethod]
        public void Button_heldForThreeSeconds_asksOnceWhatAllTasksAreDoing()
        {
            string lines = Lines("1 button down", 10 * Duration.Second);
            Assert.AreEqual(1, Count(lines, " slot 6 status: BEING POLLED"), lines);
            Assert.Contains("    4.000 slot 3 reporter: asleep for 0.979 s, woken by a timer", lines);
            Assert.AreEqual(1, Count(lines, " > Debounced"), lines);
        }

        [TestMethod]
        public void Button_touchedTooShortly_doesNothing()
        {
            Assert.AreEqual(0, Count(Lines("1 button down\n1.01 button up", 3 * Duration.Second), "button: "));
        }

        [TestMethod]
        public void Alarm_comesAndGoesOnceInspiteOfTheNoise()
        {
            string lines = Lines("0 heat on\n20 heat off", Minute);
            Assert.AreEqual(1, Count(lines, "alarm: too hot"), lines);
            Assert.AreEqual(1, Count(lines, "alarm over"), lines);
        }

        [TestMethod]
        public void Watchdog_seesASensorThatStopsAndGoesOn()
        {
            string lines = Lines("2 sensor stalls\n6 sensor works", 10 * Duration.Second);
            Assert.AreEqual(1, Count(lines, "watchdog: sensor has made no progress for 1."), lines);
            Assert.AreEqual(1, Count(lines, "watchdog: sensor goes on"), lines);
            Assert.AreEqual(1, Count(lines, " slot 7 watchdog: BEING POLLED"), lines);
            Assert.AreEqual(1, Count(lines, " slot 1 sensor: asleep"), lines);
        }

        [TestMethod]
        public void Run_polls_onlyWhenThereIsSomethingToDo()
        {
            NodeRun run = VirtualSession.Run(new Script("none"), Minute, new Text(), false);
            Executor executor = run.Node.Executor;
            Assert.AreEqual(0L, executor.SpuriousPolls);
            Assert.IsTrue(executor.Polls < 1000, "about 14 a second, and not " + executor.Polls + " a minute");
            Assert.IsTrue(executor.TimeAsleep > Minute * 99 / 100, "asleep the rest of the time");
        }

        [TestMethod]
        public void Script_isPlayedInTheOrderOfTime()
        {
            Script script = Read("2 soil 20 # later\n\n# nothing\n1.5\tsoil 10\n2 soil 30");
            Assert.AreEqual(3, script.Events.Count);
            Assert.AreEqual(1_500_000L, script.Events[0].Time);
            Assert.AreEqual(20, script.Events[1].Value);
            Assert.AreEqual(30, script.Events[2].Value, "of one time in the order of their lines");
        }

        [TestMethod]
        public void Script_withAWrongLine_saysWhichAndWhatToWrite()
        {
            Expect.Message("a.script, line 2: found the event 'buton'; give one of button, ", () => Read("1 soil 3\n1 buton up"));
            Expect.Message("a.script, line 1: found the time '-1'; give seconds", () => Read("-1 soil 3"));
            Expect.Message("a.script, line 1: found one word; write 'time event value'.", () => Read("soil"));
            Expect.Message("a.script, line 1: found 4 words; write 'time event value'.", () => Read("1 soil 3 4"));
            Expect.Message("a.script, line 1: found the value 'left' for button; give one of up, down.", () => Read("1 button left"));
            Expect.Message("a.script, line 1: found the value '101' for soil; give a number from 0 to 100.", () => Read("1 soil 101"));
            Expect.Message("a.script, line 1: found the time '\u003f[2J'; give", () => Read("\u001b[2J soil 1"));
            Expect.Message(
                "a.script, line 1: found the event '" + new string('x', 40) + "...'; give one of",
                () => Read("1 " + new string('x', 5000) + " 1"));
        }

        [TestMethod]
        public void Line_writesNumbersAndCutsWhatDoesNotFit()
        {
            Text text = new Text();
            VirtualGreenhouse board = new VirtualGreenhouse(text, 1);
            board.VirtualClock.AdvanceTo(61_005_999);
            LineWriter line = new LineWriter(board.Output, 60, board.Clock);
            line.Begin().Add(LineWriter.Word(" ")).Add(int.MinValue).Add(LineWriter.Word(" ")).AddHundredths(-5).End();
            line.Begin().Add(LineWriter.Word(new string('x', 80))).End();
            Assert.AreEqual("   61.006 -2147483648 -0.05\n   61.006" + new string('x', 51) + "\n", text.ToString());
        }

        [TestMethod]
        public void Average_isOverTheLatestValues()
        {
            MovingAverage average = new MovingAverage(2);
            Assert.AreEqual(10, average.Add(10), "of the only one");
            Assert.AreEqual(20, average.Add(30), "of both");
            Assert.AreEqual(40, average.Add(50), "the first is out");
        }

        [TestMethod]
        public void Hysteresis_staysBetweenItsThresholds()
        {
            Hysteresis heat = new Hysteresis(30, 28);
            Assert.IsFalse(heat.Update(29), "not on yet");
            Assert.IsTrue(heat.Update(30), "switched");
            Assert.IsFalse(heat.Update(29), "still on");
            Assert.IsTrue(heat.IsOn);
            Assert.IsTrue(heat.Update(28), "switched back");
            Assert.IsFalse(heat.IsOn);
        }

        private static string Lines(string script, long end)
        {
            Text text = new Text();
            VirtualSession.Run(Read(script), end, text, false);
            return text.ToString();
        }

        private static Script Read(string text)
        {
            return Script.Read(new StringReader(text), "a.script");
        }

        private static int Count(string lines, string what)
        {
            return lines.Split(what).Length - 1;
        }

        private sealed class BrokenStream : MemoryStream
        {
            private readonly int _room;

            internal BrokenStream(int room)
            {
                _room = room;
            }

            internal int Writes { get; private set; }

            public override void Write(byte[] buffer, int offset, int count)
            {
                if (Writes++ == _room)
                {
                    throw new IOException("No room.");
                }
            }
        }

        private sealed class Text : Output
        {
            private readonly StringBuilder _text = new StringBuilder();

            public override void Write(byte[] buffer, int length)
            {
                _text.Append(Encoding.ASCII.GetString(buffer, 0, length));
            }

            public override string ToString()
            {
                return _text.ToString();
            }
        }
    }
}
