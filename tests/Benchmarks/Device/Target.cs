using System;
using nanoFramework.Runtime.Native;
using NanoExecutor.Boards.NanoClr;

namespace NanoExecutor.Benchmarks
{
    /// <summary>Any nanoFramework target, the emulator included.</summary>
    internal static class Target
    {
        internal const bool IsDevice = true;

        /// <summary>Whether code gets faster while it runs.</summary>
        internal const bool Compiles = false;

        private const long NanosecondsPerTick = 100;

        private static readonly NanoClrMachine _machine = new NanoClrMachine();

        /// <summary>Whether it is a chip: threads are cheaper there and a poll is dearer than on a host.</summary>
        internal static bool IsChip => SystemInfo.TargetName.IndexOf("Virtual") < 0;

        internal static string Kind => "nanoCLR, " + SystemInfo.TargetName;

        /// <summary>ns since some moment.</summary>
        internal static long Nanoseconds()
        {
            return DateTime.UtcNow.Ticks * NanosecondsPerTick;
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
