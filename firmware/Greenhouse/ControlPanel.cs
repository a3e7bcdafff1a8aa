using NanoExecutor;

namespace Greenhouse
{
    /// <summary>
    /// What the button means: a short press acknowledges an alarm, a long one forces the fan on or lets it go, and
    /// one that goes on asks what the node is doing.
    /// </summary>
    public sealed class ControlPanel
    {
        private readonly Readings _readings;
        private readonly LineWriter _line;
        private readonly Reactor _reactor;
        private readonly byte[] _acknowledged = LineWriter.Word("  button: alarm acknowledged");
        private readonly byte[] _nothing = LineWriter.Word("  button: no alarm to acknowledge");
        private readonly byte[] _forced = LineWriter.Word("  button: fan forced on");
        private readonly byte[] _automatic = LineWriter.Word("  button: fan automatic");

        /// <summary>Makes a panel.</summary>
        /// <param name="readings">What it changes.</param>
        /// <param name="line">Where it says so.</param>
        /// <param name="reactor">Has <see cref="Sources.Status"/>.</param>
        public ControlPanel(Readings readings, LineWriter line, Reactor reactor)
        {
            _reactor = reactor;
            _readings = readings;
            _line = line;
        }

        /// <summary>The button was pressed and released.</summary>
        public void ShortPress()
        {
            bool seen = _readings.TooHot && !_readings.Acknowledged;
            _readings.Acknowledged |= seen;
            Changed(seen ? _acknowledged : _nothing);
        }

        /// <summary>The button has been held.</summary>
        public void LongPress()
        {
            _readings.FanForced = !_readings.FanForced;
            Changed(_readings.FanForced ? _forced : _automatic);
        }

        /// <summary>The button is still held.</summary>
        public void StillHeld()
        {
            _reactor.Raise(Sources.Status);
        }

        private void Changed(byte[] what)
        {
            _line.Begin().Add(what).End();
            _readings.News.Set(News.Panel);
        }
    }
}
