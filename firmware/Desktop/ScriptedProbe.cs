using NanoExecutor;
using NanoExecutor.Boards.Virtual;

namespace Greenhouse.Desktop
{
    /// <summary>The soil probe in simulated time: an interrupt in the place of the thread.</summary>
    public sealed class ScriptedProbe : Probe
    {
        // How often a hanging driver looks whether it may go on.
        private const long LookEvery = 10 * Duration.Millisecond;

        private readonly Surroundings _surroundings;
        private readonly VirtualClock _clock;
        private readonly End _end;

        /// <summary>Makes the probe.</summary>
        /// <param name="surroundings">What it measures.</param>
        /// <param name="clock">Has room for one interrupt of the probe.</param>
        public ScriptedProbe(Surroundings surroundings, VirtualClock clock)
        {
            _surroundings = surroundings;
            _clock = clock;
            _end = new End(this);
        }

        /// <inheritdoc/>
        public override Future Measure()
        {
            _clock.Cancel(_end);
            _clock.Schedule(_clock.Time + ThreadedProbe.MeasuringTime, _end);
            return _end.Measured;
        }

        /// <inheritdoc/>
        public override bool TryRead(out int percent)
        {
            percent = (int)_end.Measured.Result;
            return true;
        }

        private sealed class End : ScriptedInterrupt
        {
            private readonly ScriptedProbe _probe;
            private readonly LongSignal _percent = new LongSignal();

            internal End(ScriptedProbe probe)
            {
                _probe = probe;
                Measured = _percent.NewWait();
            }

            internal LongSignalWait Measured { get; }

            protected override void Fire()
            {
                if (_probe._surroundings.ProbeStalled)
                {
                    _probe._clock.Schedule(_probe._clock.Time + LookEvery, this);
                }
                else
                {
                    _percent.Set(_probe._surroundings.Soil);
                }
            }
        }
    }
}
