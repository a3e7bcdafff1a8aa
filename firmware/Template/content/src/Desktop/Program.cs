using System;
using System.Threading;
using NanoExecutor;
using NanoExecutor.Boards.Desktop;

namespace Blinky.Desktop
{
    /// <summary>Runs the application in a terminal: Space is the button, q ends it.</summary>
    public static class Program
    {
        private const int TimeHeld = 100;
        private const int TimeShown = 10;

        /// <summary>Runs until q, or for as many seconds as the first argument says.</summary>
        /// <param name="arguments">None, or seconds.</param>
        public static void Main(string[] arguments)
        {
            SimulatedOutputPin led = new SimulatedOutputPin("LED");
            SimulatedInputPin button = new SimulatedInputPin("button", new Reactor(1), 0);
            Application application = new Application(new DesktopMachine(), led, button);
            Thread runner = new Thread(application.Executor.Run);
            runner.Start();
            if (arguments.Length > 0)
            {
                Thread.Sleep(TimeSpan.FromSeconds(int.Parse(arguments[0])));
                Console.WriteLine("The LED changed " + led.Changes + " times.");
            }
            else
            {
                Show(led, button);
            }

            application.Executor.Stop();
            runner.Join();
        }

        private static void Show(SimulatedOutputPin led, SimulatedInputPin button)
        {
            Console.WriteLine("Space is the button, q ends it.");
            char key = ' ';
            while (key != 'q')
            {
                Console.Write(led.IsHigh ? "\r(*)" : "\r( )");
                Thread.Sleep(TimeShown);
                key = Console.KeyAvailable ? Console.ReadKey(true).KeyChar : '\0';
                if (key == ' ')
                {
                    button.Set(true);
                    Thread.Sleep(TimeHeld);
                    button.Set(false);
                }
            }

            Console.WriteLine();
        }
    }
}
