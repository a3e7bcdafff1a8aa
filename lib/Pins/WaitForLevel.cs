namespace NanoExecutor
{
    /// <summary>
    /// Ready when an <see cref="InputPin"/> has a level; at once if it has it. Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para>
    /// An edge means "read the pin again": a level that is over before the poll is not seen.
    /// </para>
    /// <para>Any number of futures wait for one pin; tasks of any executor.</para>
    /// <para><b>Poll:</b> reads the pin. Allocates nothing.</para>
    /// <para><b>Cancel:</b> loses nothing.</para>
    /// </remarks>
    public sealed class WaitForLevel : ListeningFuture
    {
        private readonly InputPin _pin;
        private readonly bool _high;

        /// <summary>Makes a future for a level of a pin.</summary>
        /// <param name="pin">The pin. One thread at a time makes futures for it.</param>
        /// <param name="high">True for high.</param>
        /// <exception cref="System.ArgumentNullException">The pin is null.</exception>
        public WaitForLevel(InputPin pin, bool high)
        {
            if (pin == null)
            {
                throw Throw.NullPin();
            }

            _pin = pin;
            _high = high;
            pin.Waits.Add(this);
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.WaitForLevel).Outside();
        }

        private protected override bool TryFinish()
        {
            return _pin.Read() == _high;
        }
    }
}
