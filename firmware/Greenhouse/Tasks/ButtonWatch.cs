using NanoExecutor;

namespace Greenhouse.Tasks
{
    /// <summary>
    /// Makes presses out of the edges of a button. An edge starts a look a while later, when the contact has settled; while it
    /// is down, a look every so often tells a short press from a long one.
    /// </summary>
    public sealed class ButtonWatch : NodeTask
    {
        private const long SettleTime = 20 * Duration.Millisecond;
        private const long LookEvery = 20 * Duration.Millisecond;
        private const long LongPressTime = 800 * Duration.Millisecond;

        private const int Up = 0;
        private const int Settling = 1;
        private const int Down = 2;
        private const int Held = 3;

        private readonly InputPin _button;
        private readonly ControlPanel _panel;
        private readonly Delay _delay = new Delay();
        private long _downFor;

        /// <summary>Makes the task.</summary>
        /// <param name="button">High while pressed.</param>
        /// <param name="panel">Hears of the presses.</param>
        public ButtonWatch(InputPin button, ControlPanel panel)
            : base("button", new string[] { "up", "settling", "down", "held" })
        {
            _button = button;
            _panel = panel;
        }

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            while (true)
            {
                if (Step == Up)
                {
                    if (_button.Changed.Poll(waker) == Pending)
                    {
                        return Pending;
                    }

                    _delay.For(SettleTime);
                    Step = Settling;
                }
                else if (_delay.Poll(waker) == Pending)
                {
                    return Pending;
                }
                else
                {
                    Look();
                }
            }
        }

        private void Look()
        {
            if (!_button.Read())
            {
                if (Step == Down)
                {
                    _panel.ShortPress();
                }

                EndRound();
                return;
            }

            if (Step == Settling)
            {
                Step = Down;
                _downFor = SettleTime;
            }
            else if (Step == Down)
            {
                _downFor += LookEvery;
                if (_downFor >= LongPressTime)
                {
                    Step = Held;
                    _panel.LongPress();
                }
            }

            _delay.For(LookEvery);
        }
    }
}
