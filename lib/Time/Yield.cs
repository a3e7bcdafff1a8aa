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
        // Whom it asked to go on; null while it has not given way.
        private Waker _asked;
        private long _owner;

        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            Waker asked = _asked;
            if (asked != null)
            {
                if (asked != waker)
                {
                    Ownership.Pass(asked, _owner, waker, this);
                }

                _asked = null;
                return Ready;
            }

            _asked = waker;
            _owner = Ownership.Of(waker);
            waker.Wake();
            return Pending;
        }

        /// <inheritdoc/>
        public override void Cancel()
        {
            Detach();
        }

        /// <inheritdoc/>
        public override void Detach()
        {
            // The wake it asked for goes to the old slot, so the new one has to be asked again.
            if (!Ownership.IsRefused(_asked, _owner))
            {
                _asked = null;
            }
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.Yield);
        }
    }
}
