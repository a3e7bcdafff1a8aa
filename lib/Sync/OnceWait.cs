namespace NanoExecutor
{
    /// <summary>Ready once the value of a <see cref="Once"/> was set, and at every poll from then on.</summary>
    /// <remarks>
    /// <para><b>Poll:</b> a few field accesses. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing.</para>
    /// </remarks>
    public sealed class OnceWait : ListeningFuture
    {
        private readonly Once _once;

        internal OnceWait(Once once)
        {
            _once = once;
        }

        /// <summary>The value; null until it was set.</summary>
        public object Result => _once.Value;

        private protected override bool TryFinish()
        {
            return _once.IsSet;
        }
    }
}
