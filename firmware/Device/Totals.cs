using NanoExecutor;

namespace Greenhouse.Device
{
    /// <summary>Prints what the executor has done so far, every ten seconds.</summary>
    public sealed partial class Totals : NodeTask
    {
        private const long Period = 10 * Duration.Second;
        private const int LongestLine = 120;

        private readonly GreenhouseBoard _board;
        private readonly Executor _executor;
        private readonly LineWriter _line;
        private readonly Interval _tick = new Interval(Period, Tolerance);
        private readonly long _start;
        private readonly byte[] _totals = LineWriter.Word("  totals: ");
        private readonly byte[] _polls = LineWriter.Word(" polls, ");
        private readonly byte[] _wakes = LineWriter.Word(" wakes, ");
        private readonly byte[] _spurious = LineWriter.Word(" spurious polls, asleep ");
        private readonly byte[] _percent = LineWriter.Word(" %");

        /// <summary>Makes the task.</summary>
        /// <param name="board">The time, and where to print.</param>
        /// <param name="executor">Whose totals.</param>
        public Totals(GreenhouseBoard board, Executor executor)
            : base("totals")
        {
            _board = board;
            _executor = executor;
            _line = new LineWriter(board.Output, LongestLine, board.Clock);
            _start = board.Clock.Now;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_tick);
                long hundredths = _executor.TimeAsleep * 10000 / (_board.Clock.Now - _start);
                _line.Begin().Add(_totals).Add((int)_executor.Polls).Add(_polls).Add((int)_executor.Wakes).Add(_wakes)
                    .Add((int)_executor.SpuriousPolls).Add(_spurious).AddHundredths((int)hundredths).Add(_percent).End();
                EndRound();
            }
        }
    }
}
