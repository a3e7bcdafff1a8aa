using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>Measures the soil every two seconds, with a probe whose driver blocks a thread of its own.</summary>
    public sealed class SoilMoisture : NodeTask
    {
        private const long Period = 2 * Duration.Second;

        private const int Waiting = 0;
        private const int Measuring = 1;

        private readonly Probe _probe;
        private readonly Readings _readings;
        private readonly Interval _tick = new Interval(Period);

        /// <summary>Makes the task.</summary>
        /// <param name="probe">Measures.</param>
        /// <param name="readings">Where the reading goes.</param>
        public SoilMoisture(Probe probe, Readings readings)
            : base("soil", new string[] { "waiting", "measuring" })
        {
            _probe = probe;
            _readings = readings;
        }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            while (true)
            {
                switch (Step)
                {
                    case Waiting:
                        if (_tick.Poll(waker) == Pending)
                        {
                            return Pending;
                        }

                        _probe.Begin();
                        Step = Measuring;
                        break;

                    default:
                        if (_probe.Finished.Poll(waker) == Pending)
                        {
                            return Pending;
                        }

                        _readings.Soil = _probe.Percent;
                        _readings.SoilSamples++;
                        EndRound();
                        break;
                }
            }
        }
    }
}
