using System;
using NanoExecutor.Boards.NanoClr;
using nanoFramework.Hardware.Esp32;

namespace NanoExecutor.Boards.Esp32
{
    /// <summary>An ESP32, with the best clock that the CLR on it was built with.</summary>
    /// <remarks>
    /// A CLR without hardware timers (package nanoFramework.Hardware.Esp32) runs this assembly all the same: the first
    /// call of what it lacks throws, and nothing tells before whether it does. Then the clock and the parker of any
    /// nanoFramework target stand in, and a line on the console says so; delays are as exact, but a reading of the clock
    /// costs more. An image that prints every exception prints that one before the line; it is caught here.
    /// </remarks>
    public sealed class Esp32Machine : NanoClrMachine
    {
        /// <summary>Makes the machine. Allocates: in Main, before its executors.</summary>
        public Esp32Machine()
            : base(NewClock())
        {
            Interrupts = Interrupts.Install();
        }

        /// <summary>Whether the clock is that of the hardware.</summary>
        public bool HasHardwareTimer => Clock is Esp32Clock;

        /// <summary>For pins.</summary>
        public Interrupts Interrupts { get; }

        /// <inheritdoc/>
        [Allocates("the parker of an executor")]
        protected override Parker NewParker()
        {
            return HasHardwareTimer ? new Esp32Parker(Clock) : base.NewParker();
        }

        private static Clock NewClock()
        {
            try
            {
                HighResTimer.GetCurrent();
                return new Esp32Clock();
            }
            catch (NotSupportedException)
            {
                Console.WriteLine(Messages.NoHardwareTimer);
                return new NanoClrClock();
            }
        }
    }
}
