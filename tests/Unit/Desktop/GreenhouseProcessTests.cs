using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using Greenhouse;
using nanoFramework.TestFramework;

namespace NanoExecutor.Tests
{
    /// <summary>The demo as the program it is: its options, its output and how it ends.</summary>
    [TestClass]
    public class GreenhouseProcessTests
    {
        private const int HangsAfter = 120_000;

        [TestMethod]
        public void Output_whoseReaderGoes_endsTheNode()
        {
            using (Process process = Start("--plain"))
            {
                process.StandardInput.Close();
                Assert.StartsWith("greenhouse node", process.StandardOutput.ReadLine());
                process.StandardOutput.Close();
                Assert.AreEqual(0, ExitCodeOf(process), "the reader may go when it likes");
            }
        }

        [TestMethod]
        public void Output_thatCannotBeWritten_isAnErrorThatSaysWhy()
        {
            if (!File.Exists("/dev/full"))
            {
                return;
            }

            (int code, string lines, string errors) = Run("sh", "-c", "exec dotnet '" + Demo + "' --virtual > /dev/full");
            Assert.AreEqual(3, code, lines + errors);
            Assert.StartsWith("The output cannot be written: ", errors);
            Assert.AreEqual(1, errors.TrimEnd().Split('\n').Length, "no stack trace");
        }

        [TestMethod]
        public void SecondCtrlC_endsAProcessThatHangs()
        {
            if (OperatingSystem.IsWindows())
            {
                return;
            }

            // Nobody reads its lines, so that it soon cannot write any more.
            using (Process process = Start("--virtual", "--seconds", "1000000"))
            {
                process.StandardOutput.ReadLine();
                Interrupt(process);
                Interrupt(process);
                ExitCodeOf(process);
            }
        }

        [TestMethod]
        public void CtrlC_endsTheRunWithItsTotals()
        {
            if (OperatingSystem.IsWindows())
            {
                return;
            }

            using (Process process = Start())
            {
                process.StandardInput.Close();
                process.StandardOutput.ReadLine();
                Assert.AreEqual("Ctrl-C stops it", process.StandardOutput.ReadLine(), "and no key does, without a terminal");
                process.StandardOutput.ReadLine();
                Interrupt(process);
                Assert.Contains("allocated       0 bytes", process.StandardOutput.ReadToEnd());
                Assert.AreEqual(0, ExitCodeOf(process));
            }
        }

        [TestMethod]
        public void Run_ofSixtySeconds_printsSixtyReports()
        {
            (int code, string lines, string errors) = Run("dotnet", Demo, "--virtual", "--seconds", "60");
            Assert.AreEqual(0, code, errors);
            Assert.AreEqual(60, lines.Split('\n').Count(l => l.Contains("  temperature ")), lines);
        }

        [TestMethod]
        public void Script_withLinesAfterTheEnd_saysThatTheyAreIgnored()
        {
            string script = Path.GetTempFileName();
            try
            {
                File.WriteAllText(script, "2 soil 30\n5 soil 20\n4.5 soil 10\n");
                (int code, string lines, string errors) = Run(
                    "dotnet", Demo, "--virtual", "--seconds", "4.5", "--script", script);
                Assert.AreEqual(0, code, errors);
                Assert.AreEqual(
                    script + ": 2 lines are ignored, since the run ends after 4.5 s; the first is line 3, for 4.5 s. "
                        + "Give more --seconds.",
                    errors.TrimEnd());
            }
            finally
            {
                File.Delete(script);
            }
        }

        [TestMethod]
        public void Script_thatCannotBeRead_isAnErrorThatNamesIt()
        {
            foreach (string path in new[] { "/no/such.script", Path.GetTempPath(), string.Empty })
            {
                (int code, string lines, string errors) = Run("dotnet", Demo, "--virtual", "--script", path);
                Assert.AreEqual(2, code, path);
                Assert.StartsWith("The script '" + path + "' cannot be read: ", errors);
                Assert.AreEqual(string.Empty, lines, "nothing is run");
                Assert.AreEqual(1, errors.TrimEnd().Split('\n').Length, "no stack trace");
            }
        }

        [TestMethod]
        public void Script_withoutEnd_isNotReadToIt()
        {
            if (File.Exists("/dev/zero"))
            {
                (int code, string lines, string errors) = Run("dotnet", Demo, "--virtual", "--script", "/dev/zero");
                Assert.AreEqual(2, code, lines);
                Assert.StartsWith("The script '/dev/zero' has more than 1000000 characters", errors);
            }
        }

        [TestMethod]
        public void Seconds_thatAreNone_areRefused()
        {
            foreach (string seconds in new[] { "0", "-1", "nan", "1e400", "soon", "1,5" })
            {
                (int code, string lines, string errors) = Run("dotnet", Demo, "--virtual", "--seconds", seconds);
                Assert.AreEqual(1, code, seconds);
                Assert.Contains("--seconds is '" + seconds + "'", errors + lines);
            }
        }

        private static string Demo => typeof(GreenhouseNode).Assembly.Location;

        private static Process Start(params string[] options)
        {
            return Begin("dotnet", options.Prepend(Demo).ToArray());
        }

        private static Process Begin(string command, params string[] arguments)
        {
            ProcessStartInfo start = new ProcessStartInfo(command, arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            return Process.Start(start);
        }

        private static (int Code, string Lines, string Errors) Run(string command, params string[] arguments)
        {
            using (Process process = Begin(command, arguments))
            {
                process.StandardInput.Close();
                System.Threading.Tasks.Task<string> errors = process.StandardError.ReadToEndAsync();
                string lines = process.StandardOutput.ReadToEnd();
                return (ExitCodeOf(process), lines, errors.Result);
            }
        }

        private static void Interrupt(Process process)
        {
            string id = process.Id.ToString(CultureInfo.InvariantCulture);
            using (Process kill = Process.Start("kill", new[] { "-INT", id }))
            {
                kill.WaitForExit();
            }
        }

        private static int ExitCodeOf(Process process)
        {
            bool ended = process.WaitForExit(HangsAfter);
            if (!ended)
            {
                process.Kill();
            }

            Assert.IsTrue(ended, "it hangs");
            return process.ExitCode;
        }
    }
}
