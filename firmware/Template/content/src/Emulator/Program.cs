using System;
using System.Threading;
using NanoExecutor;
using NanoExecutor.Boards.NanoClr;

namespace Blinky.Emulator
{
    /// <summary>Runs the application in the emulator, which has no pins, and presses the button every three seconds.</summary>
    public static class Program
    {
        private const int BetweenPresses = 2900;
        private const int TimeHeld = 100;

        private static SimulatedOutputPin _led;
        private static SimulatedInputPin _button;

        /// <summary>Runs for ever.</summary>
        public static void Main()
        {
            _led = new SimulatedOutputPin();
            _button = new SimulatedInputPin(new Reactor(1), 0);
            Application application = new Application(new NanoClrMachine(), _led, _button);
            new Thread(Press).Start();
            application.Executor.Run();
        }

        private static void Press()
        {
            while (true)
            {
                Thread.Sleep(BetweenPresses);
                _button.Set(true);
                Thread.Sleep(TimeHeld);
                _button.Set(false);
                Console.WriteLine("The LED has changed " + _led.Changes.ToString() + " times.");
            }
        }
    }
}
