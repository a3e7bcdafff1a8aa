using NanoExecutor;

namespace Blinky
{
    /// <summary>Blinks an LED, at one of two paces.</summary>
    public sealed partial class Blinker : Routine
    {
        /// <summary>Half a period of the slow pace, µs.</summary>
        public const long Slow = 500 * Duration.Millisecond;

        /// <summary>Half a period of the fast pace, µs.</summary>
        public const long Fast = 100 * Duration.Millisecond;

        private readonly OutputPin _led;
        private readonly Delay _delay = new Delay();
        private long _half = Slow;

        /// <summary>Made once, before the executor runs.</summary>
        /// <param name="led">What blinks.</param>
        public Blinker(OutputPin led)
        {
            _led = led;
        }

        /// <summary>Takes the other pace, from the next change of the LED on. Any task.</summary>
        public void ChangePace()
        {
            _half = _half == Slow ? Fast : Slow;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                _led.Toggle();
                Await(_delay.For(_half));
            }
        }
    }
}
