namespace NanoExecutor.Boards.NanoClr
{
    /// <summary>
    /// An output with nothing behind it but its state, for whoever shows or tests it: the emulator has no pins.
    /// </summary>
    public sealed class SimulatedOutputPin : OutputPin
    {
        private bool _high;

        /// <summary>How often the level has changed; stays at int.MaxValue. Any thread.</summary>
        public int Changes { get; private set; }

        /// <inheritdoc/>
        protected override void Drive(bool high)
        {
            if (high != _high)
            {
                _high = high;
                if (Changes != int.MaxValue)
                {
                    Changes++;
                }
            }
        }
    }
}
