using NanoExecutor;

namespace Blinky
{
    /// <summary>The application, on whatever machine it is given.</summary>
    public sealed class Application
    {
        private const int Tasks = 2;

        /// <summary>Makes the tasks.</summary>
        /// <param name="machine">What it runs on.</param>
        /// <param name="led">High is on.</param>
        /// <param name="button">High while pressed.</param>
        public Application(Machine machine, OutputPin led, InputPin button)
        {
            Blinker blinker = new Blinker(led);
            Executor = new Executor(Tasks, machine);
            Executor.Spawn(blinker);
            Executor.Spawn(new ButtonWatch(button, blinker));
        }

        /// <summary>Runs the tasks.</summary>
        public Executor Executor { get; }
    }
}
