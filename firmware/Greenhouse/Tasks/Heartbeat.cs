using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>A short flash a second: the executor runs.</summary>
    public sealed partial class Heartbeat : NodeTask
    {
        private const long Period = Duration.Second;
        private const long FlashTime = 60 * Duration.Millisecond;

        private const int Flash = 1;

        private readonly OutputPin _led;
        private readonly Interval _beat = new Interval(Period, Tolerance);
        private readonly Delay _flash = new Delay();

        /// <summary>Makes the task.</summary>
        /// <param name="led">What flashes.</param>
        public Heartbeat(OutputPin led)
            : base("heartbeat", new string[] { "dark", "flash" })
        {
            _led = led;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_beat);
                Step = Flash;
                _led.Write(true);
                Await(_flash.For(FlashTime, Tolerance));
                _led.Write(false);
                EndRound();
            }
        }
    }
}
