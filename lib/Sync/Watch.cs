namespace NanoExecutor
{
    /// <summary>
    /// Shows the latest value, a reference, to any number of readers: each learns of the newest one it has not seen.
    /// For a state that several tasks follow.
    /// </summary>
    /// <remarks>
    /// Any thread or interrupt sets it, several at once; the readers are polled by one executor. A value that comes
    /// before a reader has seen the one before replaces it; a reader that is slow holds up nobody.
    /// </remarks>
    public sealed class Watch
    {
        /// <summary>Counts the values that readers could see; 0 before the first.</summary>
        internal long Version;

        /// <summary>The value taken over last.</summary>
        internal object Pulled;

        private readonly Listeners _readers = new Listeners();
        private readonly ObjectMailbox _latest;

        /// <summary>
        /// Makes a watch without a value that up to four threads and interrupts set at the very same time.
        /// </summary>
        public Watch()
            : this(Mailbox.UsualWriters)
        {
        }

        /// <summary>Makes a watch without a value.</summary>
        /// <param name="writers">
        /// Threads that may be in the middle of <see cref="Set"/> at once, 1 to 64. All interrupts of nanoCLR are one
        /// thread, its timers another.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 64.</exception>
        public Watch(int writers)
        {
            _latest = new ObjectMailbox(writers);
        }

        /// <summary>
        /// Values so far that were refused because more threads than declared set it at once; stays at int.MaxValue.
        /// </summary>
        public int Dropped => _latest.Dropped;

        /// <summary>Readers that wait. Looks at all that were made.</summary>
        public int Waiting => _readers.CountWaiting();

        /// <summary>
        /// The latest value; the default before the first. Only tasks of the executor of its readers.
        /// </summary>
        public object Value
        {
            get
            {
                Pull();
                return Pulled;
            }
        }

        /// <summary>
        /// Makes a reader, to which a value that is there already is new. Allocates it: call it before the executor
        /// runs, on one thread at a time.
        /// </summary>
        /// <returns>A reader, one for each task that follows the value.</returns>
        [Allocates("the reader")]
        public WatchReader NewReader()
        {
            WatchReader reader = new WatchReader(this);
            _readers.Add(reader);
            return reader;
        }

        /// <summary>
        /// Sets the value and wakes all readers that wait. Any thread, task or interrupt; never blocks, allocates
        /// nothing. Takes a little longer for each reader that was made.
        /// </summary>
        /// <param name="value">The value. It counts as of the end of this call.</param>
        /// <returns>False, and counted, if more threads than declared are in the middle of this call.</returns>
        public bool Set(object value)
        {
            if (!_latest.TryPut(value))
            {
                return false;
            }

            _readers.WakeAll();
            return true;
        }

        /// <summary>
        /// Takes over what was set since the last look. Whoever takes it over, each reader was woken for it.
        /// </summary>
        internal void Pull()
        {
            if (_latest.TryTake())
            {
                Pulled = _latest.Taken;
                Version++;
            }
        }
    }

    /// <summary>Ready when a <see cref="Watch"/> has a value that it has not seen. Awaited again and again.</summary>
    /// <remarks>
    /// <para><b>Poll:</b> an exchange when there is a new value, else a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing: the value is new to the next poll.</para>
    /// </remarks>
    public sealed class WatchReader : ListeningFuture
    {
        private readonly Watch _watch;
        private long _seen;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WatchReader).Outside();
        }

        internal WatchReader(Watch watch)
        {
            _watch = watch;
        }

        /// <summary>The value it saw last.</summary>
        public object Result { get; private set; }

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
