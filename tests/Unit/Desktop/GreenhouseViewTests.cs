using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Greenhouse.Desktop;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The live view of the demo, on a terminal that is emulated.</summary>
    [TestClass]
    public class GreenhouseViewTests
    {
        private const string Style = "\u001b\\[[0-9;]*m";

        [TestMethod]
        public void Paint_afterTheWindowChanged_leavesNothingOfWhatWasThere()
        {
            TerminalEmulator emulator = new TerminalEmulator(100, 30);
            Painter painter = new Painter(emulator);
            Screen screen = Make(Unix("C.UTF-8"));
            painter.Show();
            foreach ((int, int) size in new[] { (100, 30), (70, 30), (100, 16), (160, 50), (80, 20), (1, 1), (100, 30) })
            {
                emulator.Resize(size.Item1, size.Item2);
                string[] picture = screen.Render(size);
                painter.Paint(picture, size.Item2);
                Assert.AreEqual(Window(picture, size.Item2), string.Join("\n", emulator.Lines), size.ToString());
            }
        }

        [TestMethod]
        public void Paint_inAWindowThatHasJustBecomeSmaller_doesNotWrap()
        {
            TerminalEmulator emulator = new TerminalEmulator(100, 30);
            Painter painter = new Painter(emulator);
            painter.Show();
            string[] picture = Make(Unix("C.UTF-8")).Render((100, 30));
            emulator.Resize(50, 10);
            painter.Paint(picture, 30);
            Assert.AreEqual(10, emulator.Lines.Count());
            Assert.IsFalse(emulator.Lines.Any(l => l.Contains(TerminalEmulator.Garbage)), "every line was painted");
        }

        [TestMethod]
        public void Hide_givesTheTerminalBackAsItWas()
        {
            TerminalEmulator emulator = new TerminalEmulator(20, 5);
            emulator.Resize(20, 5);
            string before = string.Join("\n", emulator.Lines);
            Painter painter = new Painter(emulator);
            painter.Show();
            Assert.IsTrue(emulator.OnOwnScreen, "shown on a screen of its own");
            painter.Paint(new[] { "a picture" }, 5);
            painter.Hide();
            painter.Hide();
            painter.Paint(new[] { "not any more" }, 5);
            Assert.AreEqual(before, string.Join("\n", emulator.Lines));
            Assert.IsTrue(emulator.IsWrapping && emulator.ShowsCursor, "with a cursor, and lines that wrap");
        }

        [TestMethod]
        public void Resume_showsAgainWhatWasSuspended_andNothingElse()
        {
            TerminalEmulator emulator = new TerminalEmulator(20, 5);
            Painter painter = new Painter(emulator);
            painter.Resume();
            Assert.IsFalse(emulator.OnOwnScreen, "never shown");
            painter.Show();
            painter.Suspend();
            Assert.IsFalse(emulator.OnOwnScreen, "suspended");
            painter.Resume();
            Assert.IsTrue(emulator.OnOwnScreen, "resumed");
            painter.Hide();
            painter.Resume();
            Assert.IsFalse(emulator.OnOwnScreen, "at its end");
        }

        [TestMethod]
        public void Render_fitsIntoEveryWindow()
        {
            Screen screen = Make(Unix("C.UTF-8"));
            for (int columns = 0; columns <= 130; columns += 5)
            {
                for (int rows = 0; rows <= 60; rows += 4)
                {
                    string[] picture = screen.Render((columns, rows));
                    string size = columns + "x" + rows;
                    Assert.IsTrue(picture.Length <= rows, "rows of " + size);
                    Assert.IsTrue(picture.All(l => Unstyled(l).Length <= columns), "columns of " + size);
                }
            }
        }

        [TestMethod]
        public void Render_withoutRoomForTheView_saysHowMuchItNeeds()
        {
            Screen screen = Make(Unix("C.UTF-8"));
            Assert.AreEqual(
                "Only lines: the view needs 80x20, the window has 79x40.", screen.Render((79, 40))[0]);
            Assert.AreEqual(
                "Only lines: the view needs 80x20, the window has 80x19.", screen.Render((80, 19))[0]);
            Assert.Contains("greenhouse node", Unstyled(screen.Render((80, 20))[0]));
        }

        [TestMethod]
        public void Render_inEveryWindow_showsTheLatestLines()
        {
            ScreenLog log = new ScreenLog();
            for (int i = 0; i < 100; i++)
            {
                byte[] line = NanoExecutor.LineWriter.Word("line " + i + "\n");
                log.Write(line, line.Length);
            }

            Screen screen = Make(Unix("C.UTF-8"), log);
            foreach ((int, int) size in new[] { (100, 30), (70, 30), (40, 3), (160, 90) })
            {
                string picture = string.Join("\n", screen.Render(size));
                Assert.Contains("line 99", picture, size.ToString());
            }
        }

        [TestMethod]
        public void Render_whereTheLocaleIsNotUtf8_isAscii()
        {
            foreach (string locale in new[] { null, "C", "POSIX", "de_DE.ISO-8859-1" })
            {
                string picture = string.Concat(Make(Unix(locale)).Render((100, 30)));
                Assert.IsTrue(picture.All(char.IsAscii), locale);
            }

            string full = string.Concat(Make(Unix("en_US.utf8")).Render((100, 30)));
            Assert.IsFalse(full.All(char.IsAscii), "UTF-8 has frames");
        }

        [TestMethod]
        public void Render_withNoColor_hasNone()
        {
            Dictionary<string, string> settings = new Dictionary<string, string>
            {
                ["LANG"] = "C.UTF-8",
                ["NO_COLOR"] = "1",
            };
            string picture = string.Concat(Make(Unix(settings)).Render((100, 30)));
            IEnumerable<string> styles = Regex.Matches(picture, Style).Select(m => m.Value).Distinct();
            Assert.AreEqual("\u001b[0m \u001b[1m", string.Join(" ", styles.Order()), "bold only");
        }

        [TestMethod]
        public void Terminal_saysWhyItCanShowNoView()
        {
            Func<string, string> none = name => null;
            Assert.AreEqual("the output is no terminal", new Terminal(() => (80, 25), none, false, true, true).WhyNoView);
            Assert.Contains("TERM is not set", new Terminal(() => (80, 25), none, true, true, false).WhyNoView);
            Assert.Contains("TERM is dumb", new Terminal(() => (80, 25), n => "dumb", true, true, false).WhyNoView);
            Assert.Contains("how large", new Terminal(() => (0, 0), none, true, true, true).WhyNoView);
            Assert.IsNull(new Terminal(() => (10, 5), none, true, true, true).WhyNoView, "a small one shows lines in the view");
        }

        [TestMethod]
        public void Keys_areOfferedOnlyWhereTheyCome()
        {
            string[] typed = Make(new Terminal(() => (80, 25), n => null, true, true, true)).Render((80, 25));
            Assert.Contains("q quit", typed[^1]);
            string[] untyped = Make(new Terminal(() => (80, 25), n => null, true, false, true)).Render((80, 25));
            Assert.IsFalse(untyped[^1].Contains("q quit"), untyped[^1]);
            Assert.Contains("Ctrl-C", untyped[^1]);
        }

        [TestMethod]
        public void Q_stopsTheNode()
        {
            VirtualGreenhouse board = new VirtualGreenhouse(new ScreenLog(), 1);
            NodeRun run = new NodeRun(board, Duration.Second);
            using (Keys keys = new Keys(board, run.Node))
            {
                keys.Press('Q');
                run.Run();
            }

            Assert.AreEqual(0L, run.Node.Executor.Polls, "at once, and not after a second");
        }

        [TestMethod]
        public void D_hasTheNodeSayWhatItsTasksDo()
        {
            ScreenLog log = new ScreenLog();
            VirtualGreenhouse board = new VirtualGreenhouse(log, 1);
            NodeRun run = new NodeRun(board, Duration.Second);
            using (Keys keys = new Keys(board, run.Node))
            {
                keys.Press('d');
                run.Run();
                keys.LookForHang();
            }

            string[] lines = log.Latest(32);
            Assert.AreEqual(1, lines.Count(l => l.Contains(" slot 6 status: BEING POLLED")), string.Join("\n", lines));
        }

        [TestMethod]
        public void D_whenTheExecutorDoesNotComeBack_isAnsweredByTheThreadOfTheKeys()
        {
            ScreenLog log = new ScreenLog();
            LiveGreenhouse board = new LiveGreenhouse(log);
            NodeRun run = new NodeRun(board, long.MaxValue);
            Endless endless = new Endless();
            run.Node.Executor.Spawn(endless, "endless");
            Thread thread = new Thread(run.Run);
            thread.Start();
            using (Keys keys = new Keys(board, run.Node))
            {
                endless.Entered.WaitOne();
                keys.Press('d');
                keys.LookForHang();
                Assert.IsFalse(log.Latest(32).Any(l => l.Contains("endless")), "it may still answer");
                Thread.Sleep(1100);
                keys.LookForHang();
                string[] lines = log.Latest(32);
                Assert.AreEqual(1, lines.Count(l => l.Contains(" slot 8 endless: BEING POLLED for ")), string.Join("\n", lines));
                endless.IsOver = true;
                keys.Press('q');
                thread.Join();
            }

            board.ThreadedProbe.Stop();
        }

        private sealed class Endless : Future
        {
            internal readonly AutoResetEvent Entered = new AutoResetEvent(false);
            internal volatile bool IsOver;

            public override Poll Poll(Waker waker)
            {
                Entered.Set();
                while (!IsOver)
                {
                    Thread.Sleep(1);
                }

                return Ready;
            }
        }

        private static Terminal Unix(string locale)
        {
            return Unix(new Dictionary<string, string> { ["LANG"] = locale, ["TERM"] = "xterm" });
        }

        private static Terminal Unix(Dictionary<string, string> settings)
        {
            return new Terminal(() => (100, 30), name => settings.GetValueOrDefault(name), true, true, true);
        }

        private static Screen Make(Terminal terminal, ScreenLog log = null)
        {
            VirtualGreenhouse board = new VirtualGreenhouse(new ScreenLog(), 1);
            return new Screen(board, new NodeRun(board, Duration.Second), log ?? new ScreenLog(), terminal);
        }

        private static string Unstyled(string line)
        {
            return Regex.Replace(line, Style, string.Empty);
        }

        private static string Window(string[] picture, int rows)
        {
            IEnumerable<string> lines = picture.Select(l => Unstyled(l).TrimEnd());
            return string.Join("\n", lines.Concat(Enumerable.Repeat(string.Empty, rows)).Take(rows));
        }
    }
}
