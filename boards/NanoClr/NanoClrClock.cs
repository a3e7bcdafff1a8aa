using System;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>
    /// µs since the CLR started, on any nanoFramework target: the uptime, which counts ms or ticks of the system, with
    /// the time of day for what lies between.
    /// </summary>
    /// <remarks>A board with a hardware counter has a better clock: a reading costs more than one of the time of day.</remarks>
    public sealed class NanoClrClock : SteadyClock
    {
        /// <summary>
        /// Makes a clock. Takes four steps of the uptime: 4 ms in the emulator, 40 ms where the system ticks at 100 Hz.
        /// </summary>
        public NanoClrClock()
        {
            Measure();
        }

        /// <inheritdoc/>
        public override long Now => TimeOf(Environment.TickCount64, DateTime.UtcNow.Ticks);

        /// <inheritdoc/>
        public override long Coarse => (Environment.TickCount64 * Duration.Millisecond) + Lead;

        /// <inheritdoc/>
        protected override long ReadCoarse()
        {
            return Environment.TickCount64;
        }

        /// <inheritdoc/>
        protected override long ReadFine()
        {
            return DateTime.UtcNow.Ticks;
        }
    }
}
