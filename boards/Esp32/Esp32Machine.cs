using System;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.Hardware.Esp32;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>What an ESP32 gives one executor, the best that the CLR on it was built with.</summary>
    /// <remarks>
    /// A CLR without hardware timers (package nanoFramework.Hardware.Esp32) runs this assembly all the same: the first
    /// call of what it lacks throws. Then the clock, the alarm and the parker of any nanoFramework target stand in;
    /// delays are as exact, but more of each is waited for awake.
    /// </remarks>
    public sealed class Esp32Machine
    {
        /// <summary>Makes them. Allocates: in Main, before the executor runs, and once for each executor.</summary>
        public Esp32Machine()
        {
            Interrupts = Interrupts.Install();
            HasHardwareTimer = AskForHardwareTimer();
            if (HasHardwareTimer)
            {
                Esp32Clock clock = new Esp32Clock();
                Clock = clock;
                Alarm = new Esp32Alarm(Interrupts);
                Parker = new Esp32Parker(clock);
            }
            else
            {
                Clock = new NanoClrClock();
                Alarm = new NanoClrAlarm();
                Parker = new NanoClrParker();
            }
        }

        /// <summary>Whether the clock and the alarm are those of the hardware.</summary>
        public bool HasHardwareTimer { get; }

        /// <summary>For pins.</summary>
        public Interrupts Interrupts { get; }

        /// <summary>The time.</summary>
        public Clock Clock { get; }

        /// <summary>Ends the park of one executor.</summary>
        public Alarm Alarm { get; }

        /// <summary>
        /// Puts the thread of one executor to sleep: an <see cref="Esp32Parker"/> if there is a hardware timer.
        /// </summary>
        public Parker Parker { get; }

        private static bool AskForHardwareTimer()
        {
            try
            {
                HighResTimer.GetCurrent();
                return true;
            }
            catch (NotSupportedException)
            {
                return false;
            }
        }
    }
}
