using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>A short flash a second: the executor runs.</summary>
    public sealed class Heartbeat : NodeTask
    {
        private const long Period = Duration.Second;
        private const long FlashTime = 60 * Duration.Millisecond;

        private const int Dark = 0;
        private const int Flash = 1;

        private readonly OutputPin _led;
        private readonly Interval _beat = new Interval(Period);
        private readonly Delay _flash = new Delay();

        /// <summary>Makes the task.</summary>
        /// <param name="led">What flashes.</param>
        public Heartbeat(OutputPin led)
            : base("heartbeat", new string[] { "dark", "flash" })
        {
            _led = led;
        }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            while (true)
            {
                switch (Step)
                {
                    case Dark:
                        if (_beat.Poll(waker) == Pending)
                        {
                            return Pending;
                        }

                        _led.Write(true);
                        _flash.For(FlashTime);
                        Step = Flash;
                        break;

                    default:
                        if (_flash.Poll(waker) == Pending)
                        {
                            return Pending;
                        }

                        _led.Write(false);
                        EndRound();
                        break;
                }
            }
        }
    }
}
