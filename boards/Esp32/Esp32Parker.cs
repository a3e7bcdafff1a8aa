using System;
using nanoFramework.Hardware.Esp32;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>
    /// Idles as an ESP32 can: giving way, parked, and in light sleep if asked to (<see cref="StagedParker"/>).
    /// </summary>
    public sealed class Esp32Parker : StagedParker
    {
        // An interrupt on an idle CLR, and so the end of a timed wait, was up to 10.3 ms late.
        private const long WaitIsLateBy = 12 * Duration.Millisecond;

        private const long TicksPerMicrosecond = 10;

        /// <summary>Makes a parker that does not use light sleep.</summary>
        /// <param name="clock">The clock of the board.</param>
        public Esp32Parker(Clock clock)
            : base(clock)
        {
            NearDeadline = WaitIsLateBy;
        }

        /// <summary>
        /// Lets a level of a pin end light sleeps. One pin; not on a C3, C6 or H2. Before the executor runs.
        /// </summary>
        /// <param name="number">
        /// A pin with an RTC function: 0, 2, 4, 12 to 15, 25 to 27 or 32 to 39 of an ESP32.
        /// </param>
        /// <param name="high">The level that wakes. While the pin has it there is no sleep.</param>
        /// <exception cref="ArgumentException">There is no such pin, or it cannot wake.</exception>
        /// <exception cref="NotSupportedException">This chip cannot be woken so.</exception>
        public void WakeByPin(int number, bool high)
        {
            if (number < 0 || number >= InterruptTable.MaxPins)
            {
                throw Throw.NoSuchPin(number, InterruptTable.MaxPins);
            }

            EspNativeError error = Sleep.EnableWakeupByPin((Sleep.WakeupGpioPin)(1UL << number), high ? 1 : 0);
            if (error != EspNativeError.OK)
            {
                throw Throw.NoWakePin(number, (int)error);
            }
        }

        /// <inheritdoc/>
        protected override int LightSleep(long duration)
        {
            if (Sleep.EnableWakeupByTimer(TimeSpan.FromTicks(duration * TicksPerMicrosecond)) != EspNativeError.OK
                || Sleep.StartLightSleep() != EspNativeError.OK)
            {
                return Refused;
            }

            return Sleep.GetWakeupCause() == Sleep.WakeupCause.Timer ? WokenByTimer : WokenOtherwise;
        }
    }
}
