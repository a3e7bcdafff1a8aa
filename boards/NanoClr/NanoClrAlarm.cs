using System;
using System.Threading;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>An alarm on one timer of the CLR, made once and set again for each deadline.</summary>
    /// <remarks>
    /// The CLR looks at its timers when its idle loop wakes, which is at a tick of the system: the timer is up to one
    /// and a half ticks late, and at times a tick early. So it is set to expire <see cref="Lead"/> before the deadline,
    /// and the executor waits for the rest awake (<see cref="Parker.NearDeadline"/>).
    /// </remarks>
    public sealed class NanoClrAlarm : Alarm, IDisposable
    {
        /// <summary>
        /// The <see cref="Lead"/> at first, µs: a timer on a system that ticks at 100 Hz was up to 13 ms late.
        /// </summary>
        public const long DefaultLead = 15 * Duration.Millisecond;

        private const long SoonestExpiry = 1;

        private readonly Timer _timer;

        /// <summary>Makes the timer.</summary>
        public NanoClrAlarm()
        {
            _timer = new Timer(Expired, null, Timeout.Infinite, Timeout.Infinite);
        }

        /// <summary>
        /// How long before the deadline it expires, µs. As long as the parker's NearDeadline: with less, delays are
        /// late by what is missing; with more, the executor goes to sleep again in between. For the thread that makes
        /// the board.
        /// </summary>
        public long Lead { get; set; } = DefaultLead;

        /// <inheritdoc/>
        public override void Arm(long deadline, long now)
        {
            // Less than a millisecond short of the lead does no harm, so it is rounded down.
            long wait = (deadline - now - Lead) / Duration.Millisecond;
            if (wait < SoonestExpiry)
            {
                wait = SoonestExpiry;
            }

            _timer.Change(wait < int.MaxValue ? (int)wait : int.MaxValue, Timeout.Infinite);
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

        private void Expired(object state)
        {
            Expire();
        }
    }
}
