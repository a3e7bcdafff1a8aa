using System.Device.Gpio;
using Greenhouse.Device;
using NanoExecutor;
using NanoExecutor.Boards.Esp32;
using NanoExecutor.Boards.NanoClr;

namespace Greenhouse.Esp32
{
    /// <summary>The board on an ESP32: its LED and button, and two free pins for a fan and a warning lamp.</summary>
    public sealed class Esp32Greenhouse : DeviceGreenhouse
    {
        /// <summary>Makes the board.</summary>
        /// <param name="definition">What is where.</param>
        public Esp32Greenhouse(BoardDefinition definition)
        {
            Esp32Machine machine = new Esp32Machine();
            Machine = machine;
            GpioController pins = new GpioController();
            Heartbeat = LedOf(definition, pins);
            Fan = new GpioOutputPin(pins, definition.FirstOutput, false);
            Warning = new GpioOutputPin(pins, definition.SecondOutput, false);
            Button = new GpioInputPin(
                pins, definition.Button, definition.ButtonMode, true, machine.Interrupts, Reactor, Sources.Button);
        }

        private static OutputPin LedOf(BoardDefinition definition, GpioController pins)
        {
            if (definition.Led == BoardDefinition.None)
            {
                return new SimulatedOutputPin();
            }

            return new GpioOutputPin(pins, definition.Led, definition.LedActiveLow);
        }
    }
}
