using System;
using nanoFramework.Runtime.Native;
using NanoExecutor.Boards.NanoClr;
using HeapCollector = nanoFramework.Runtime.Native.GC;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Any nanoFramework target, the emulator included.</summary>
    internal static class Target
    {
        internal const bool IsDevice = true;

        /// <summary>Whether code gets faster while it runs.</summary>
        internal const bool Compiles = false;

        // A chip that nobody has told the time counts from 1970.
        private const int FirstYear = 2020;
        private const int RoomToMeasureIn = 12 * 1024;
        private const long NanosecondsPerTick = 100;

        private static readonly NanoClrMachine _machine = new NanoClrMachine();

        /// <summary>Whether it is a chip: threads are cheaper there and a poll is dearer than on a host.</summary>
        internal static bool IsChip => SystemInfo.TargetName.IndexOf("Virtual") < 0;

        internal static string Kind
        {
            get
            {
                string kind = "nanoCLR, " + SystemInfo.TargetName + ", " + (HeapCollector.Run(true) / 1024).ToString() + " KB of heap";
                DateTime now = DateTime.UtcNow;
                return now.Year < FirstYear ? kind : kind + ", " + now.ToString("yyyy-MM-dd");
            }
        }

        /// <summary>ns since some moment.</summary>
        internal static long Nanoseconds()
        {
            return DateTime.UtcNow.Ticks * NanosecondsPerTick;
        }

        /// <summary>Whether so many bytes can be taken of the heap, and enough is left to measure in.</summary>
        internal static bool HasRoomFor(int bytes)
        {
            return HeapCollector.Run(true) > bytes + RoomToMeasureIn;
        }

        /// <summary>Tells who watches how far it is.</summary>
        internal static void ShowProgress(string text)
        {
            Console.WriteLine(text);
        }

        internal static Executor NewExecutor(int slots)
        {
            return new Executor(slots, _machine);
        }
    }
}
