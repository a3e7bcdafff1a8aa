using System.Threading;

namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>Parks a thread of nanoCLR on an event, which latches by nature, and idles in two stages.</summary>
    /// <remarks>
    /// <para>
    /// While all threads of the CLR are blocked, its idle loop looks for interrupts and timers once a tick of the
    /// system, 10 ms on most targets; while one of them runs, at the end of each slice of 20 ms, or sooner if it gives
    /// way. So a deadline nearer than a tick and a half is awaited awake, giving way, which keeps delays within a
    /// fraction of a millisecond; a farther one parked. And a busy executor gives way twice a millisecond: on an ESP32
    /// that takes 31 µs each time, 6 % of the processor, and an interrupt then waits for about half a millisecond in
    /// place of 15 to 25.
    /// </para>
    /// <para>
    /// Another thread that runs without ever blocking takes a whole slice each time this one gives way. There, raise
    /// <see cref="Parker.GiveWayAfter"/>.
    /// </para>
    /// </remarks>
    public class NanoClrParker : Parker
    {
        private const long GiveWayTwiceAMillisecond = 500;

        private readonly AutoResetEvent _unparked = new AutoResetEvent(false);

        /// <summary>Makes a parker with the thresholds for a system that ticks at 100 Hz.</summary>
        public NanoClrParker()
        {
            NearDeadline = NanoClrAlarm.DefaultLead;
            GiveWayAfter = GiveWayTwiceAMillisecond;
        }

        /// <inheritdoc/>
        public override void Park(long deadline)
        {
            _unparked.WaitOne();
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
