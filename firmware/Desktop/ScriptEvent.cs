using NanoExecutor.Boards.Virtual;

namespace Greenhouse.Desktop
{
    /// <summary>One line of a script.</summary>
    public sealed class ScriptEvent : ScriptedInterrupt
    {
        private DesktopGreenhouse _board;

        /// <summary>Makes an event.</summary>
        /// <param name="line">The number of its line.</param>
        /// <param name="time">µs after the start.</param>
        /// <param name="action">What happens.</param>
        /// <param name="value">Its value.</param>
        public ScriptEvent(int line, long time, ScriptAction action, int value)
        {
            Line = line;
            Time = time;
            Action = action;
            Value = value;
        }

        /// <summary>The number of its line in the script.</summary>
        public int Line { get; }

        /// <summary>When it happens, µs after the start.</summary>
        public long Time { get; }

        /// <summary>What happens.</summary>
        public ScriptAction Action { get; }

        /// <summary>The value, as <see cref="ScriptAction"/> says.</summary>
        public int Value { get; }

        /// <summary>Says what it happens to.</summary>
        public void Attach(DesktopGreenhouse board)
        {
            _board = board;
        }

        /// <summary>Makes it happen. Any thread.</summary>
        public void Apply()
        {
            Surroundings surroundings = _board.Surroundings;
            switch (Action)
            {
                case ScriptAction.Button:
                    _board.ButtonPin.Set(Value != 0);
                    break;
                case ScriptAction.Heat:
                    surroundings.Heat = (Heat)Value;
                    break;
                case ScriptAction.Temperature:
                    surroundings.JumpTo(Value);
                    break;
                case ScriptAction.Soil:
                    surroundings.Soil = Value;
                    break;
                case ScriptAction.Sensor:
                    surroundings.SensorStalled = Value != 0;
                    break;
                default:
                    surroundings.ProbeStalled = Value != 0;
                    break;
            }
        }

        /// <inheritdoc/>
        protected override void Fire()
        {
            Apply();
        }
    }
}
