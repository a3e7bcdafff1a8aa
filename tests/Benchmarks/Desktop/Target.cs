using System;
using System.Diagnostics;
using System.Runtime.InteropServices;
using NanoExecutor.Boards.Desktop;

namespace NanoExecutor.Benchmarks
{
    /// <summary>The desktop.</summary>
    internal static class Target
    {
        internal const bool IsDevice = false;

        /// <summary>Whether code gets faster while it runs.</summary>
        internal const bool Compiles = true;

        private const long NanosecondsPerSecond = 1000000000;

        internal static bool IsChip => false;

        internal static string Kind => RuntimeInformation.FrameworkDescription + ", " + RuntimeInformation.ProcessArchitecture
            + ", " + Environment.ProcessorCount + " processors, " + (OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : "Linux");

        /// <summary>ns since some moment.</summary>
        internal static long Nanoseconds()
        {
            long ticks = Stopwatch.GetTimestamp();
            return Stopwatch.Frequency == NanosecondsPerSecond
                ? ticks
                : (long)(ticks * ((double)NanosecondsPerSecond / Stopwatch.Frequency));
        }

        /// <summary>Whether so many bytes of a nanoCLR can be taken of the heap.</summary>
        internal static bool HasRoomFor(int bytes)
        {
            return true;
        }

        /// <summary>Tells who watches how far it is.</summary>
        internal static void ShowProgress(string text)
        {
            Console.Error.WriteLine(text);
        }

        internal static Executor NewExecutor(int slots)
        {
            return new Executor(slots, new DesktopMachine());
        }
    }
}
