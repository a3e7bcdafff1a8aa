using System.Threading;

namespace NanoExecutor.Boards.Desktop
{
    /// <summary>Parks a thread on an event of the operating system, which latches by nature.</summary>
    /// <remarks>
    /// A timed wait counts whole milliseconds and ends some 0.1 ms late. So an exact deadline nearer than 1.5 ms is awaited
    /// awake, giving way, and the wait for a farther one is rounded up to end within the last 1.5 ms before it.
    /// </remarks>
    public sealed class DesktopParker : Parker
    {
        private const long WaitIsLateBy = 1500;
        private const long LongestWait = int.MaxValue;

        private readonly Clock _clock;
        private readonly AutoResetEvent _unparked = new AutoResetEvent(false);

        /// <summary>Makes a parker.</summary>
        /// <param name="clock">The clock of the machine.</param>
        /// <exception cref="System.ArgumentNullException">The clock is null.</exception>
        public DesktopParker(Clock clock)
        {
            System.ArgumentNullException.ThrowIfNull(clock);
            _clock = clock;
            NearDeadline = WaitIsLateBy;
        }

        /// <inheritdoc/>
        public override void Park(long until)
        {
            if (until == long.MaxValue)
            {
                _unparked.WaitOne();
                return;
            }

            long rest = until - _clock.Now;
            long wait = rest > 0 ? ((rest - 1) / Duration.Millisecond) + 1 : 0;
            _unparked.WaitOne((int)(wait < LongestWait ? wait : LongestWait));
        }

        /// <inheritdoc/>
        public override void Unpark()
        {
            _unparked.Set();
        }

        /// <inheritdoc/>
        public override void GiveWay()
        {
            Thread.Yield();
        }
    }
}
