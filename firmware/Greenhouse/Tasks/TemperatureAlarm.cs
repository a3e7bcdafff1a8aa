using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>
    /// Decides about the fan and the warning LED, whenever there is a new temperature or somebody used the control
    /// panel.
    /// </summary>
    public sealed partial class TemperatureAlarm : NodeTask
    {
        private const int TooHotFrom = 3000;
        private const int FineFrom = 2800;

        private readonly GreenhouseBoard _board;
        private readonly Readings _readings;
        private readonly LineWriter _line;
        private readonly EventFlagsWait _news;
        private readonly Hysteresis _heat = new Hysteresis(TooHotFrom, FineFrom);
        private readonly byte[] _tooHot = LineWriter.Word("  alarm: too hot, ");
        private readonly byte[] _fine = LineWriter.Word("  alarm over: ");
        private readonly byte[] _degrees = LineWriter.Word(" C");

        /// <summary>Makes the task.</summary>
        /// <param name="board">Has the fan and the LED.</param>
        /// <param name="readings">What it decides on.</param>
        /// <param name="line">Where it says so.</param>
        public TemperatureAlarm(GreenhouseBoard board, Readings readings, LineWriter line)
            : base("alarm")
        {
            _board = board;
            _readings = readings;
            _line = line;
            _news = readings.News.NewWaitAny(News.Sample | News.Panel);
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_news);
                if (_heat.Update(_readings.Average))
                {
                    _readings.TooHot = _heat.IsOn;
                    _readings.Acknowledged = false;
                    _line.Begin().Add(_heat.IsOn ? _tooHot : _fine).AddHundredths(_readings.Average).Add(_degrees).End();
                }

                _board.Fan.Write(_readings.TooHot || _readings.FanForced);
                _board.Warning.Write(_readings.TooHot && !_readings.Acknowledged);
                EndRound();
            }
        }
    }
}
