using System.Threading;

namespace NanoExecutor.Boards.Desktop
{
    /// <summary>An output with nothing behind it but its state, for whoever shows or tests it.</summary>
    public sealed class SimulatedOutputPin : OutputPin
    {
        private int _changes;
        private bool _high;

        /// <summary>Makes a pin that is low.</summary>
        /// <param name="name">What to call it where it is shown.</param>
        public SimulatedOutputPin(string name)
        {
            Name = name;
        }

        /// <summary>What to call it where it is shown.</summary>
        public string Name { get; }

        /// <summary>The level now; true is high. Any thread.</summary>
        public bool IsHigh => Volatile.Read(ref _high);

        /// <summary>How often the level has changed; stays at int.MaxValue. Any thread.</summary>
        public int Changes => Volatile.Read(ref _changes);

        /// <inheritdoc/>
        protected override void Drive(bool high)
        {
            if (high != _high)
            {
                Volatile.Write(ref _high, high);
                if (_changes != int.MaxValue)
                {
                    Volatile.Write(ref _changes, _changes + 1);
                }
            }
        }
    }
}
