using System.Threading;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>Parks a thread of nanoCLR on an event, which latches by nature, and idles in two stages.</summary>
    /// <remarks>
    /// <para>
    /// While all threads of the CLR are blocked, its idle loop looks for interrupts and timed waits once a tick of the
    /// system, 10 ms on most targets; while one of them runs, at the end of each slice of 20 ms, or sooner if it gives
    /// way. So an exact deadline nearer than a tick and a half is awaited awake, giving way, and a farther one parked for
    /// most of the time. One that tolerates that much is parked for to its end. A busy executor gives way after each batch
    /// of polls.
    /// </para>
    /// <para>
    /// Another thread that runs without ever blocking takes a whole slice each time this one gives way. There, raise
    /// <see cref="Parker.GiveWayAfter"/>.
    /// </para>
    /// </remarks>
    public class NanoClrParker : Parker
    {
        // A timed wait on a system that ticks at 100 Hz was up to 13 ms late.
        private const long WaitIsLateBy = 15 * Duration.Millisecond;
        private const long LongestWait = int.MaxValue;

        private readonly AutoResetEvent _unparked = new AutoResetEvent(false);
        private readonly Clock _clock;

        /// <summary>Makes a parker with the thresholds for a system that ticks at 100 Hz.</summary>
        /// <param name="clock">The clock of the machine.</param>
        /// <exception cref="System.ArgumentNullException">The clock is null.</exception>
        public NanoClrParker(Clock clock)
        {
            if (clock == null)
            {
                throw Throw.NullClock();
            }

            _clock = clock;
            NearDeadline = WaitIsLateBy;
            GiveWayAfter = 0;
        }

        /// <summary>The clock of the machine.</summary>
        protected Clock Clock => _clock;

        /// <inheritdoc/>
        public override void Park(long until)
        {
            if (until == long.MaxValue)
            {
                _unparked.WaitOne();
                return;
            }

            // Less than a millisecond short does no harm, so it is rounded down.
            long wait = (until - _clock.Now) / Duration.Millisecond;
            if (wait > 0)
            {
                _unparked.WaitOne((int)(wait < LongestWait ? wait : LongestWait), false);
            }
            else
            {
                GiveWay();
            }
        }

        /// <inheritdoc/>
        public override void Unpark()
        {
            _unparked.Set();
        }

        /// <inheritdoc/>
        public override void GiveWay()
        {
            Thread.Sleep(0);
        }

        /// <summary>Whether an <see cref="Unpark"/> has come since the last park; takes it, as a park does.</summary>
        protected bool TakeUnpark()
        {
            return _unparked.WaitOne(0, false);
        }
    }
}
