using Greenhouse;
using NanoExecutor;
using NanoExecutor.Boards.Desktop;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// The node's board on the desktop: simulated pins in simulated surroundings, with real or simulated time.
    /// </summary>
    public abstract class DesktopGreenhouse : GreenhouseBoard
    {
        private readonly Output _output;

        /// <summary>Makes the pins.</summary>
        /// <param name="output">Where lines go.</param>
        protected DesktopGreenhouse(Output output)
        {
            _output = output;
            Heartbeat = HeartbeatPin;
            Warning = WarningPin;
            Fan = FanPin;
            ButtonPin = new SimulatedInputPin("button", Reactor, Sources.Button);
            Button = ButtonPin;
        }

        /// <summary>What is around the node.</summary>
        public Surroundings Surroundings { get; } = new Surroundings();

        /// <summary><see cref="GreenhouseBoard.Heartbeat"/>, to be shown.</summary>
        public SimulatedOutputPin HeartbeatPin { get; } = new SimulatedOutputPin("heartbeat");

        /// <summary><see cref="GreenhouseBoard.Warning"/>, to be shown.</summary>
        public SimulatedOutputPin WarningPin { get; } = new SimulatedOutputPin("warning");

        /// <summary><see cref="GreenhouseBoard.Fan"/>, to be shown.</summary>
        public SimulatedOutputPin FanPin { get; } = new SimulatedOutputPin("fan");

        /// <summary><see cref="GreenhouseBoard.Button"/>, to be driven.</summary>
        public SimulatedInputPin ButtonPin { get; }

        /// <inheritdoc/>
        public override bool TryReadTemperature(out int hundredths)
        {
            if (Surroundings.SensorStalled)
            {
                hundredths = 0;
                return false;
            }

            hundredths = Surroundings.Temperature(Clock.Now, Fan.Level);
            return true;
        }

        /// <inheritdoc/>
        public override void Print(byte[] buffer, int length)
        {
            _output.Write(buffer, length);
        }
    }
}
