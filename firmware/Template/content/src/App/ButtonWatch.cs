using NanoExecutor;

namespace Blinky
{
    /// <summary>Changes the pace each time the button is pressed.</summary>
    public sealed partial class ButtonWatch : Routine
    {
        private const long SettleTime = 20 * Duration.Millisecond;

        private readonly Debounced _contact;
        private readonly Blinker _blinker;

        /// <summary>Made once, before the executor runs.</summary>
        /// <param name="button">High while pressed.</param>
        /// <param name="blinker">Whose pace it changes.</param>
        public ButtonWatch(InputPin button, Blinker blinker)
        {
            _contact = new Debounced(button, SettleTime);
            _blinker = blinker;
        }

        [Linear]
        private void Body()
        {
            while (true)
            {
                Await(_contact);
                if (_contact.Level)
                {
                    _blinker.ChangePace();
                }
            }
        }
    }
}
