using NanoExecutor;
using NanoExecutor.Boards.Virtual;

namespace Blinky.Tests
{
    /// <summary>An LED that counts its changes.</summary>
    internal sealed class CountingPin : OutputPin
    {
        internal int Changes { get; private set; }

        protected override void Drive(bool high)
        {
            Changes++;
        }
    }

    /// <summary>A button that a test presses.</summary>
    internal sealed class ScriptedButton : InputPin
    {
        private bool _high;

        internal ScriptedButton()
            : base(new Reactor(1), 0)
        {
        }

        public override bool Read()
        {
            return _high;
        }

        internal void Set(bool high)
        {
            _high = high;
            EdgeSeen();
        }
    }

    /// <summary>Presses or releases the button at a time of the script.</summary>
    internal sealed class Press : ScriptedInterrupt
    {
        private readonly ScriptedButton _button;
        private readonly bool _down;

        internal Press(ScriptedButton button, bool down)
        {
            _button = button;
            _down = down;
        }

        protected override void Fire()
        {
            _button.Set(_down);
        }
    }

    /// <summary>Ends the run.</summary>
    internal sealed class Stop : ScriptedInterrupt
    {
        private readonly Executor _executor;

        internal Stop(Executor executor)
        {
            _executor = executor;
        }

        protected override void Fire()
        {
            _executor.Stop();
        }
    }
}
