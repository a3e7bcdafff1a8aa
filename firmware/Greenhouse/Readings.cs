using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// What the tasks know and tell each other. One executor runs them all, so nothing here needs a lock.
    /// </summary>
    public sealed class Readings
    {
        /// <summary>What there is to decide about: flags of <see cref="Greenhouse.News"/>.</summary>
        public EventFlags News { get; } = new EventFlags(true);

        /// <summary>The latest temperature, hundredths of a degree; 0 before the first sample.</summary>
        public int Temperature { get; set; }

        /// <summary>Its moving average, hundredths of a degree.</summary>
        public int Average { get; set; }

        /// <summary>Temperatures read so far.</summary>
        public int Samples { get; set; }

        /// <summary>Soil moisture, percent.</summary>
        public int Soil { get; set; }

        /// <summary>Soil measurements so far.</summary>
        public int SoilSamples { get; set; }

        /// <summary>Whether it is too hot.</summary>
        public bool TooHot { get; set; }

        /// <summary>Whether somebody has seen that it is too hot.</summary>
        public bool Acknowledged { get; set; }

        /// <summary>Whether the fan is to run whatever the temperature.</summary>
        public bool FanForced { get; set; }
    }
}
