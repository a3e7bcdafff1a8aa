namespace NanoExecutor
{
    /// <summary>
    /// Ready when a <see cref="LongWatch"/> has a value that it has not seen. Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> an exchange when there is a new value, else a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: the value is new to the next poll.</para>
    /// </remarks>
    public sealed class LongWatchReader : ListeningFuture
    {
        private readonly LongWatch _watch;
        private long _seen;

        internal LongWatchReader(LongWatch watch)
        {
            _watch = watch;
        }

        /// <summary>The value it saw last.</summary>
        public long Result { get; private set; }

        private protected override bool TryFinish()
        {
            _watch.Pull();
            if (_watch.Version == _seen)
            {
                return false;
            }

            _seen = _watch.Version;
            Result = _watch.Pulled;
            return true;
        }
    }
}
