namespace NanoExecutor
{
    /// <summary>What <see cref="Signal"/> and <see cref="LongSignal"/> have in common: all but the value.</summary>
    public abstract class LatestSignal
    {
        internal readonly WaitLine Line;

        /// <summary>A value has come.</summary>
        private protected readonly WakerRegistration Filled = new WakerRegistration();

        private readonly Latest _values;

        private protected LatestSignal(Latest values)
        {
            _values = values;
            Line = new WaitLine(Filled);
        }

        /// <summary>Whether there is a value that was not taken.</summary>
        public bool IsSet => _values.HasValue;

        /// <summary>Values so far that a later one replaced before they were taken; stays at int.MaxValue.</summary>
        public int Replaced => _values.Replaced;

        /// <summary>
        /// Values so far that were refused because more threads than declared set it at once; stays at int.MaxValue.
        /// </summary>
        public int Dropped => _values.Dropped;

        /// <summary>Futures that wait for a value.</summary>
        public int Waiting => Line.Count;
    }
}
