using System.Threading;

namespace Greenhouse.Device
{
    /// <summary>
    /// A soil probe whose driver blocks its thread as long as a real one would, and finds the soil a little drier.
    /// </summary>
    public sealed class SimulatedProbe : BlockingProbe
    {
        private const int MeasuringTime = 300;
        private const int Wettest = 60;
        private const int Driest = 20;

        private int _soil = Wettest;

        /// <inheritdoc/>
        protected override int ReadDriver()
        {
            Thread.Sleep(MeasuringTime);
            _soil = _soil > Driest ? _soil - 1 : Wettest;
            return _soil;
        }
    }
}
