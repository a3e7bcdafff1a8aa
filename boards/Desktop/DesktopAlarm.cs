using System;
using System.Threading;

namespace NanoExecutor.Boards.Desktop
{
    /// <summary>An alarm on one timer of the operating system, made once and set again for each deadline.</summary>
    /// <remarks>
    /// The timer counts whole milliseconds on a coarse clock of its own: it expires up to a few of them late, and may
    /// expire up to one early. The executor arms it again then.
    /// </remarks>
    public sealed class DesktopAlarm : Alarm, IDisposable
    {
        private const long MicrosecondsPerMillisecond = 1000;

        // A wait longer than the timer takes (49 days) is cut into several.
        private const long LongestWait = uint.MaxValue - 1;

        private readonly Timer _timer;

        /// <summary>Makes the timer.</summary>
        public DesktopAlarm()
        {
            _timer = new Timer(Expired, this, Timeout.Infinite, Timeout.Infinite);

            // The first timer of a process starts the thread that serves them all; here, so that no executor does so
            // later.
            _timer.Change(LongestWait, Timeout.Infinite);
            Disarm();
        }

        /// <inheritdoc/>
        public override void Arm(long deadline, long now)
        {
            long wait = 0;
            if (deadline > now)
            {
                // Rounded up: one that came early would cost another park.
                wait = ((deadline - now - 1) / MicrosecondsPerMillisecond) + 1;
            }

            _timer.Change(wait < LongestWait ? wait : LongestWait, Timeout.Infinite);
        }

        /// <inheritdoc/>
        public override void Disarm()
        {
            _timer.Change(Timeout.Infinite, Timeout.Infinite);
        }

        /// <summary>
        /// Gives the timer back. After <see cref="Executor.Close"/>, or when the executor is not used any more.
        /// </summary>
        public void Dispose()
        {
            _timer.Dispose();
        }

        private static void Expired(object alarm)
        {
            ((DesktopAlarm)alarm).Expire();
        }
    }
}
