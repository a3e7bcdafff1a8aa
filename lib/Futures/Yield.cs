namespace NanoExecutor
{
    /// <summary>
    /// Pending once, then ready: lets every task that is awake run before this one goes on. Awaited again and again.
    /// </summary>
    /// <remarks>
    /// <para><b>Poll:</b> one wake of its own task.</para>
    /// <para><b>Cancel:</b> the next poll gives way anew; nothing is lost.</para>
    /// </remarks>
    public sealed class Yield : Future
    {
        private bool _gaveWay;

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            if (_gaveWay)
            {
                _gaveWay = false;
                return Ready;
            }

            _gaveWay = true;
            waker.Wake();
            return Pending;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            _gaveWay = false;
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            // The wake it asked for goes to the old slot, so the new one has to be asked again.
            _gaveWay = false;
        }
    }
}
