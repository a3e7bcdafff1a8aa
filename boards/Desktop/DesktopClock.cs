using System.Diagnostics;

namespace NanoExecutor.Boards.Desktop
{
    /// <summary>The monotonic time of the operating system, in µs since the clock was made.</summary>
    public sealed class DesktopClock : Clock
    {
        private const long MicrosecondsPerSecond = 1000000;

        private readonly long _start = Stopwatch.GetTimestamp();

        /// <inheritdoc/>
        public override long Now
        {
            get
            {
                // In two parts: the product of a whole uptime in ns with a million would overflow after two and a half
                // hours.
                long ticks = Stopwatch.GetTimestamp() - _start;
                long seconds = ticks / Stopwatch.Frequency;
                long rest = ticks - (seconds * Stopwatch.Frequency);
                return (seconds * MicrosecondsPerSecond) + (rest * MicrosecondsPerSecond / Stopwatch.Frequency);
            }
        }
    }
}
