using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>Measures the soil every two seconds, with a probe that takes its time.</summary>
    public sealed partial class SoilMoisture : NodeTask
    {
        private const long Period = 2 * Duration.Second;

        private const int Measuring = 1;
        private const int Unanswered = 2;

        private readonly Probe _probe;
        private readonly Readings _readings;
        private readonly Interval _tick = new Interval(Period, Tolerance);

        /// <summary>Makes the task.</summary>
        /// <param name="probe">Measures.</param>
        /// <param name="readings">Where the reading goes.</param>
        public SoilMoisture(Probe probe, Readings readings)
            : base("soil", new string[] { "waiting", "measuring", "no answer" })
        {
            _probe = probe;
            _readings = readings;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_tick);
                Step = Measuring;
                Await(_probe.Measure());
                if (!_probe.TryRead(out int percent))
                {
                    Step = Unanswered;
                    continue;
                }

                _readings.Soil = percent;
                _readings.SoilSamples++;
                EndRound();
            }
        }
    }
}
