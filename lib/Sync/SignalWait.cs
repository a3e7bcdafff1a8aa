namespace NanoExecutor
{
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
