using NanoExecutor;

namespace Greenhouse.Device
{
    /// <summary>
    /// Air that the sun heats for half of each minute and that cools in the other, sooner with the fan on.
    /// </summary>
    public sealed class SimulatedAir
    {
        // All in hundredths of a degree.
        private const int Coolest = 2150;
        private const int Hottest = 3350;
        private const int HeatingPerSecond = 60;
        private const int CoolingPerSecond = 40;
        private const int FanPerSecond = 45;

        private const long Day = Duration.Minute;

        private long _temperature = Coolest * Duration.Second;
        private long _readAt;

        /// <summary>The temperature. Only the executor's thread; allocates nothing.</summary>
        /// <param name="now">µs.</param>
        /// <param name="fan">Whether the fan has been running.</param>
        /// <returns>Hundredths of a degree.</returns>
        public int Temperature(long now, bool fan)
        {
            int change = now % Day < Day / 2 ? HeatingPerSecond : -CoolingPerSecond;
            if (fan)
            {
                change -= FanPerSecond;
            }

            _temperature += (now - _readAt) * change;
            _readAt = now;
            if (_temperature > Hottest * Duration.Second)
            {
                _temperature = Hottest * Duration.Second;
            }

            if (_temperature < Coolest * Duration.Second)
            {
                _temperature = Coolest * Duration.Second;
            }

            return (int)(_temperature / Duration.Second);
        }
    }
}
