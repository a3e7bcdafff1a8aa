namespace NanoExecutor
{
    /// <summary>What <see cref="Watch"/> and <see cref="LongWatch"/> have in common: all but the value.</summary>
    public abstract class LatestWatch
    {
        /// <summary>Counts the values that readers could see; 0 before the first.</summary>
        internal long Version;

        private protected readonly Listeners Readers = new Listeners();

        private readonly Latest _values;

        private protected LatestWatch(Latest values)
        {
            _values = values;
        }

        /// <summary>
        /// Values so far that were refused because more threads than declared set it at once; stays at int.MaxValue.
        /// </summary>
        public int Dropped => _values.Dropped;

        /// <summary>Readers that wait. Looks at all that were made.</summary>
        public int Waiting => Readers.CountWaiting();
    }
}
