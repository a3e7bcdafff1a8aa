using System.Threading;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>
    /// The simulated greenhouse around the node: its air, its soil, and what can go wrong. Keys and scripts change it
    /// from any thread; the same changes at the same times give the same readings.
    /// </summary>
    public sealed class Surroundings
    {
        private const long Microdegrees = 10000;                        // of a hundredth of a degree

        // The air comes nearer to one of these, all in hundredths of a degree, by 1/e in this time.
        private const int Cool = 2150;
        private const int Sunny = 3350;
        private const int FanCools = 700;
        private const int FanCoolsInShade = 150;
        private const long TimeConstant = 8 * Duration.Second;

        // With the heat left to the weather the sun shines from one to the other of each minute.
        private const long Sunrise = 15 * Duration.Second;
        private const long Sunset = 40 * Duration.Second;

        private const int MaxNoise = 20;

        private readonly ManualResetEvent _probeWorks = new ManualResetEvent(true);
        private volatile Heat _heat = Heat.Auto;
        private volatile bool _sensorStalled;
        private volatile bool _probeStalled;
        private volatile int _soil = 41;
        private volatile int _jump = int.MinValue;
        private long _air = Cool * Microdegrees;
        private long _readAt;
        private uint _noise = 2463534242;

        /// <summary>What heats the air.</summary>
        public Heat Heat
        {
            get => _heat;
            set => _heat = value;
        }

        /// <summary>Soil moisture, percent.</summary>
        public int Soil
        {
            get => _soil;
            set => _soil = value;
        }

        /// <summary>Whether the thermometer does not answer.</summary>
        public bool SensorStalled
        {
            get => _sensorStalled;
            set => _sensorStalled = value;
        }

        /// <summary>Whether the driver of the soil probe hangs.</summary>
        public bool ProbeStalled
        {
            get => _probeStalled;
            set
            {
                _probeStalled = value;
                if (value)
                {
                    _probeWorks.Reset();
                }
                else
                {
                    _probeWorks.Set();
                }
            }
        }

        /// <summary>Is set while the driver of the soil probe does not hang.</summary>
        public WaitHandle ProbeWorks => _probeWorks;

        /// <summary>Sets the temperature of the air, from which it goes on.</summary>
        /// <param name="hundredths">Hundredths of a degree.</param>
        public void JumpTo(int hundredths)
        {
            _jump = hundredths;
        }

        /// <summary>Whether the air is being heated.</summary>
        /// <param name="now">µs.</param>
        public bool IsHeated(long now)
        {
            if (_heat != Heat.Auto)
            {
                return _heat == Heat.On;
            }

            long inMinute = now % Duration.Minute;
            return inMinute >= Sunrise && inMinute < Sunset;
        }

        /// <summary>The temperature, with a little noise. Only the executor's thread; allocates nothing.</summary>
        /// <param name="now">µs.</param>
        /// <param name="fan">Whether the fan has been running.</param>
        /// <returns>Hundredths of a degree.</returns>
        public int Temperature(long now, bool fan)
        {
            int target = IsHeated(now) ? Sunny - (fan ? FanCools : 0) : Cool - (fan ? FanCoolsInShade : 0);
            int jump = _jump;
            if (jump != int.MinValue)
            {
                _jump = int.MinValue;
                _air = jump * Microdegrees;
            }

            long passed = now - _readAt;
            _readAt = now;
            long distance = (target * Microdegrees) - _air;
            _air += passed >= TimeConstant ? distance : distance * passed / TimeConstant;
            return (int)(_air / Microdegrees) + Noise();
        }

        // A generator of its own, so that the same run has the same noise.
        private int Noise()
        {
            _noise ^= _noise << 13;
            _noise ^= _noise >> 17;
            _noise ^= _noise << 5;
            return (int)(_noise % ((2 * MaxNoise) + 1)) - MaxNoise;
        }
    }
}
