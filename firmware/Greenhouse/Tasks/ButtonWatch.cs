using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>
    /// Makes presses out of the contact of a button: short ones when it is let go, long and longest ones while it is held.
    /// </summary>
    public sealed partial class ButtonWatch : NodeTask
    {
        private const long SettleTime = 20 * Duration.Millisecond;
        private const long LongPressTime = 800 * Duration.Millisecond;
        private const long LongestPressTime = 3 * Duration.Second;

        private const int Down = 1;
        private const int Held = 2;

        private readonly ControlPanel _panel;
        private readonly Debounced _contact;
        private readonly WithTimeout _shortly;
        private readonly WithTimeout _soon;

        /// <summary>Makes the task.</summary>
        /// <param name="button">High while pressed.</param>
        /// <param name="panel">Hears of the presses.</param>
        public ButtonWatch(InputPin button, ControlPanel panel)
            : base("button", new string[] { "up", "down", "held" })
        {
            _panel = panel;
            _contact = new Debounced(button, SettleTime);
            _shortly = new WithTimeout(_contact, LongPressTime - SettleTime);
            _soon = new WithTimeout(_contact, LongestPressTime - LongPressTime);
        }

        [Linear]
        private void Body()
        {
            // A button that is held at the start is let go first.
            if (_contact.Level)
            {
                Await(_contact);
            }

            while (true)
            {
                Await(_contact);
                Step = Down;
                Await(_shortly);
                if (_shortly.TimedOut)
                {
                    Step = Held;
                    _panel.LongPress();
                    Await(_soon);
                    if (_soon.TimedOut)
                    {
                        _panel.StillHeld();
                        Await(_contact);
                    }
                }
                else
                {
                    _panel.ShortPress();
                }

                EndRound();
            }
        }
    }
}
