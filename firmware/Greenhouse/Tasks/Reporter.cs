using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>Prints a line of readings a second.</summary>
    public sealed partial class Reporter : NodeTask
    {
        private readonly OutputPin _fan;
        private readonly Readings _readings;
        private readonly LineWriter _line;
        private readonly Interval _tick = new Interval(Duration.Second, Tolerance);
        private readonly byte[] _temperature = LineWriter.Word("  temperature ");
        private readonly byte[] _average = LineWriter.Word(" C, average ");
        private readonly byte[] _soil = LineWriter.Word(" C, soil ");
        private readonly byte[] _percent = LineWriter.Word(" %");
        private readonly byte[] _unknown = LineWriter.Word("-");
        private readonly byte[] _fanOn = LineWriter.Word(", fan on");
        private readonly byte[] _fanOff = LineWriter.Word(", fan off");

        /// <summary>Makes the task.</summary>
        /// <param name="fan">The fan.</param>
        /// <param name="readings">What it reports.</param>
        /// <param name="line">Where it prints.</param>
        public Reporter(OutputPin fan, Readings readings, LineWriter line)
            : base("reporter")
        {
            _fan = fan;
            _readings = readings;
            _line = line;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_tick);
                _line.Begin().Add(_temperature);
                AddTemperature(_readings.Temperature);
                _line.Add(_average);
                AddTemperature(_readings.Average);
                _line.Add(_soil);
                if (_readings.SoilSamples == 0)
                {
                    _line.Add(_unknown);
                }
                else
                {
                    _line.Add(_readings.Soil);
                }

                _line.Add(_percent).Add(_fan.Level ? _fanOn : _fanOff).End();
                EndRound();
            }
        }

        private void AddTemperature(int hundredths)
        {
            if (_readings.Samples == 0)
            {
                _line.Add(_unknown);
            }
            else
            {
                _line.AddHundredths(hundredths);
            }
        }
    }
}
