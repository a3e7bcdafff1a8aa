using NanoExecutor.Boards.NanoClr;

namespace Greenhouse.Device
{
    /// <summary>
    /// What the node's boards on the CLR have in common: where they print, and sensors that are simulated.
    /// </summary>
    /// <remarks>
    /// Connect sensors of your own: override <see cref="TryReadTemperature"/>, and set another probe.
    /// </remarks>
    public abstract class DeviceGreenhouse : GreenhouseBoard
    {
        private readonly DebugChannel _channel = new DebugChannel();
        private readonly SimulatedAir _air = new SimulatedAir();

        /// <summary>Makes the sensors.</summary>
        protected DeviceGreenhouse()
        {
            Probe = new SimulatedProbe();
        }

        /// <inheritdoc/>
        public override bool TryReadTemperature(out int hundredths)
        {
            hundredths = _air.Temperature(Clock.Now, Fan.Level);
            return true;
        }

        /// <inheritdoc/>
        public override void Print(byte[] buffer, int length)
        {
            _channel.Write(buffer, length);
        }
    }
}
