using NanoExecutor;

namespace Greenhouse
{
    /// <summary>A measurement that takes its time: begun by a task, which then waits for <see cref="Finished"/>.</summary>
    public abstract class Probe
    {
        private readonly Reactor _reactor;

        /// <summary>Registers <see cref="Sources.Probe"/>.</summary>
        /// <param name="reactor">That of the board.</param>
        protected Probe(Reactor reactor)
        {
            _reactor = reactor;
            Finished = reactor.Register(Sources.Probe);
        }

        /// <summary>Ready when the measurement that was begun has ended.</summary>
        public SourceWait Finished { get; }

        /// <summary>What the latest measurement found, percent. To be read once it has finished.</summary>
        public int Percent { get; private set; }

        /// <summary>Begins a measurement, unless one is under way, and returns at once. Allocates nothing.</summary>
        public abstract void Begin();

        /// <summary>Any thread or interrupt calls it at the end of a measurement. Allocates nothing.</summary>
        /// <param name="percent">What it found.</param>
        protected void Finish(int percent)
        {
            // The reading first: the task may look at it as soon as the source is raised.
            Percent = percent;
            _reactor.TryRaise(Sources.Probe);
        }
    }
}
