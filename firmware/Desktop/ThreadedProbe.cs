using System.Threading;
using NanoExecutor;

namespace Greenhouse.Desktop
{
    /// <summary>The soil probe in real time: a driver that blocks its thread as long as a real one would.</summary>
    public sealed class ThreadedProbe : BlockingProbe
    {
        /// <summary>How long a measurement takes, µs.</summary>
        public const long MeasuringTime = 300 * Duration.Millisecond;

        private readonly Surroundings _surroundings;
        private readonly ManualResetEvent _stopping = new ManualResetEvent(false);
        private readonly WaitHandle[] _mayGoOn;

        /// <summary>Makes the probe.</summary>
        /// <param name="surroundings">What it measures.</param>
        public ThreadedProbe(Surroundings surroundings)
        {
            _surroundings = surroundings;
            _mayGoOn = new WaitHandle[] { surroundings.ProbeWorks, _stopping };
        }

        /// <inheritdoc/>
        public override void Stop()
        {
            _stopping.Set();
            base.Stop();
        }

        /// <inheritdoc/>
        protected override int ReadDriver()
        {
            _stopping.WaitOne((int)(MeasuringTime / Duration.Millisecond));
            WaitHandle.WaitAny(_mayGoOn);
            return _surroundings.Soil;
        }
    }
}
