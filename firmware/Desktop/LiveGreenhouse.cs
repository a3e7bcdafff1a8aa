using NanoExecutor.Boards.Desktop;

namespace Greenhouse.Desktop
{
    /// <summary>The board in real time.</summary>
    public sealed class LiveGreenhouse : DesktopGreenhouse
    {
        /// <summary>Makes the board, and starts the thread of the probe.</summary>
        /// <param name="output">Where lines go.</param>
        public LiveGreenhouse(Output output)
            : base(output)
        {
            Machine = new DesktopMachine();
            ThreadedProbe = new ThreadedProbe(Surroundings);
            Probe = ThreadedProbe;
        }

        /// <summary><see cref="GreenhouseBoard.Probe"/>, to be stopped.</summary>
        public ThreadedProbe ThreadedProbe { get; }
    }
}
