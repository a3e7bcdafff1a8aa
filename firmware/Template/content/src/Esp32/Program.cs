using System.Device.Gpio;
using NanoExecutor;
using NanoExecutor.Boards.Esp32;
using nanoFramework.Runtime.Native;

namespace Blinky.Esp32
{
    /// <summary>Runs the application on an ESP32 board.</summary>
    public static class Program
    {
        /// <summary>Runs for ever.</summary>
        public static void Main()
        {
            BoardDefinition board = BoardDefinition.ForTarget(SystemInfo.TargetName);
            Esp32Machine machine = new Esp32Machine();
            GpioController pins = new GpioController();
            GpioOutputPin led = new GpioOutputPin(pins, board.Led, board.LedActiveLow);
            GpioInputPin button = new GpioInputPin(
                pins, board.Button, board.ButtonMode, true, machine.Interrupts, new Reactor(1), 0);
            new Application(machine, led, button).Executor.Run();
        }
    }
}
