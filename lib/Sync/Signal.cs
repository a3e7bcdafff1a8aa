namespace NanoExecutor
{
    /// <summary>
    /// Hands the latest value over, a reference: a new one replaces one that was not taken. For what counts only as it
    /// is now, such as a set point or the last measurement.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any thread or interrupt sets it, several at once; only tasks of one executor wait. Each value is taken once or
    /// replaced, by one of those that wait, in the order in which they came. For values that every reader has to see
    /// there is <see cref="Watch"/>.
    /// </para>
    /// </remarks>
    public sealed class Signal
    {
        internal readonly WaitQueue Line;
        internal readonly ObjectMailbox Values;

        /// <summary>A value has come.</summary>
        private readonly WakerRegistration _filled = new WakerRegistration();

        /// <summary>Makes a signal that up to four threads and interrupts set at the very same time.</summary>
        public Signal()
            : this(Mailbox.UsualWriters)
        {
        }

        /// <summary>Makes a signal.</summary>
        /// <param name="writers">
        /// Threads that may be in the middle of <see cref="Set"/> at once, 1 to 64. All interrupts of nanoCLR are one
        /// thread, its timers another.
        /// </param>
        /// <exception cref="System.ArgumentOutOfRangeException">The number is not 1 to 64.</exception>
        public Signal(int writers)
        {
            Values = new ObjectMailbox(writers);
            Line = new WaitQueue(_filled);
        }

        /// <summary>Whether there is a value that was not taken.</summary>
        public bool IsSet => Values.HasValue;

        /// <summary>Values so far that a later one replaced before they were taken; stays at int.MaxValue.</summary>
        public int Replaced => Values.Replaced;

        /// <summary>
        /// Values so far that were refused because more threads than declared set it at once; stays at int.MaxValue.
        /// </summary>
        public int Dropped => Values.Dropped;

        /// <summary>Futures that wait for a value.</summary>
        public int Waiting => Line.Count;

        /// <summary>Makes a future that waits for a value. Allocates it: call it before the executor runs.</summary>
        /// <returns>A future, one for each task that waits.</returns>
        [Allocates("the future")]
        public SignalWait NewWait()
        {
            return new SignalWait(this);
        }

        /// <summary>
        /// Sets the value, in the place of one that was not taken, and wakes the first that waits. Any thread, task or
        /// interrupt; never blocks, allocates nothing.
        /// </summary>
        /// <param name="value">The value. It counts as of the end of this call.</param>
        /// <returns>False, and counted, if more threads than declared are in the middle of this call.</returns>
        public bool Set(object value)
        {
            if (!Values.TryPut(value))
            {
                return false;
            }

            _filled.Notify();
            return true;
        }

        /// <summary>Takes the value if there is one and nobody waits for it. Only tasks of its executor.</summary>
        /// <param name="value">The value.</param>
        /// <returns>Whether there was one.</returns>
        public bool TryTake(out object value)
        {
            if (Line.First == null && Values.TryTake())
            {
                value = Values.Taken;
                return true;
            }

            value = default(object);
            return false;
        }
    }

    /// <summary>Ready when it has taken the value of a <see cref="Signal"/>. Awaited again and again.</summary>
    /// <remarks>
    /// <para><b>Poll:</b> an exchange when there is a value, else a few field accesses. Allocates nothing.</para>
    /// <para>
    /// <b>Cancel:</b> leaves the line. A value that came stays in the signal, and what it was woken for goes to the
    /// next.
    /// </para>
    /// </remarks>
    public sealed class SignalWait : QueuedFuture
    {
        private readonly Signal _signal;
        private object _result;

        internal SignalWait(Signal signal)
            : base(signal.Line, false)
        {
            _signal = signal;
        }

        /// <summary>The value it took last.</summary>
        public object Result => _result;

        internal override bool CanFinish => _signal.Values.HasValue;

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.SignalWait).Outside();
        }

        private protected override bool TryFinish()
        {
            if (!_signal.Values.TryTake())
            {
                return false;
            }

            _result = _signal.Values.Taken;
            return true;
        }
    }
}
