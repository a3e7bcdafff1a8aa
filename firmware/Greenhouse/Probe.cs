using NanoExecutor;

namespace Greenhouse
{
    /// <summary>A sensor whose measurement takes its time, which a task awaits.</summary>
    public abstract class Probe
    {
        /// <summary>What the latest measurement found, percent. To be read once it has ended; throws what it threw.</summary>
        public abstract int Percent { get; }

        /// <summary>Arms a measurement. Allocates nothing.</summary>
        /// <returns>To be awaited by one task: ready when the measurement has ended.</returns>
        public abstract Future Measure();
    }
}
