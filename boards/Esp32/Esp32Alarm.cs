using System;
using nanoFramework.Hardware.Esp32;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>
    /// An alarm on one hardware timer of an ESP32, made once and started again for each deadline. An expiry makes no
    /// object.
    /// </summary>
    /// <remarks>
    /// The interrupt comes on the µs, but while all threads are blocked the CLR looks for interrupts once a tick, 10
    /// ms. So the timer is set to expire <see cref="Lead"/> before the deadline, and the executor waits for the rest
    /// awake (<see cref="Parker.NearDeadline"/>). Setting it takes about 20 µs.
    /// </remarks>
    public sealed class Esp32Alarm : Alarm, IInterruptSink, IDisposable
    {
        /// <summary>
        /// The <see cref="Lead"/> at first, µs: an interrupt on an idle CLR was delivered up to 10.3 ms late.
        /// </summary>
        public const long DefaultLead = 12 * Duration.Millisecond;

        // The timer counts far further; its native side is not known to check.
        private const long LongestWait = 24 * Duration.Hour;

        private readonly Interrupts _interrupts;
        private readonly HighResTimer _timer;

        /// <summary>Takes one of the ten hardware timers that the CLR gives out.</summary>
        /// <param name="interrupts">From <see cref="Interrupts.Install"/>.</param>
        /// <exception cref="NotSupportedException">The CLR on the board was built without hardware timers.</exception>
        /// <exception cref="InvalidOperationException">All timers are taken.</exception>
        public Esp32Alarm(Interrupts interrupts)
        {
            _interrupts = interrupts;
            _timer = new HighResTimer();
            bool made = false;
            try
            {
                interrupts.Table.AddTimer(StockHandlers.HandleOf(_timer), this);
                made = true;
            }
            finally
            {
                if (!made)
                {
                    _timer.Dispose();
                }
            }
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
            long wait = deadline - now - Lead;
            if (wait < 0)
            {
                wait = 0;
            }

            _timer.StartOneShot((ulong)(wait < LongestWait ? wait : LongestWait));
        }

        /// <inheritdoc/>
        public override void Disarm()
        {
            _timer.Stop();
        }

        /// <summary>
        /// Gives the timer back. After <see cref="Executor.Close"/>, or when the executor is not used any more.
        /// </summary>
        public void Dispose()
        {
            _interrupts.Table.RemoveTimer(this);
            _timer.Dispose();
        }

        /// <inheritdoc/>
        void IInterruptSink.Interrupt(uint data)
        {
            Expire();
        }
    }
}
