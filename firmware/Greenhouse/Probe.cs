using NanoExecutor;

namespace Greenhouse
{
    /// <summary>A sensor whose measurement takes its time, which a task awaits.</summary>
    public abstract class Probe
    {
        /// <summary>Arms a measurement. Allocates nothing.</summary>
        /// <returns>To be awaited by one task: ready when the measurement has ended.</returns>
        public abstract Future Measure();

        /// <summary>What the latest measurement found; to be asked once it has ended. Allocates nothing.</summary>
        /// <param name="percent">The moisture.</param>
        /// <returns>False if the measurement failed.</returns>
        public abstract bool TryRead(out int percent);
    }
}
