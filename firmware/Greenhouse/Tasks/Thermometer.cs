using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>Reads the temperature four times a second and averages it over the latest two seconds.</summary>
    public sealed partial class Thermometer : NodeTask
    {
        private const long Period = 250 * Duration.Millisecond;
        private const int AveragedSamples = 8;

        private const int Unanswered = 1;

        private readonly GreenhouseBoard _board;
        private readonly Readings _readings;
        private readonly Executor _executor;
        private readonly Interval _tick = new Interval(Period, Tolerance);
        private readonly MovingAverage _average = new MovingAverage(AveragedSamples);

        /// <summary>Makes the task.</summary>
        /// <param name="board">Has the sensor.</param>
        /// <param name="readings">Where the readings go.</param>
        /// <param name="executor">In whose trace they are marked.</param>
        public Thermometer(GreenhouseBoard board, Readings readings, Executor executor)
            : base("sensor", new string[] { "waiting", "no answer" })
        {
            _board = board;
            _readings = readings;
            _executor = executor;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_tick);
                if (!_board.TryReadTemperature(out int hundredths))
                {
                    Step = Unanswered;
                    continue;
                }

                _readings.Temperature = hundredths;
                _readings.Average = _average.Add(hundredths);
                _readings.Samples++;
                _executor.Mark(Marks.Temperature, hundredths);
                _readings.News.Set(News.Sample);
                EndRound();
            }
        }
    }
}
