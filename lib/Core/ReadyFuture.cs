namespace NanoExecutor
{
    /// <summary>Never ready, and never wakes its task.</summary>
    /// <remarks><b>Cancel:</b> does nothing.</remarks>
    public sealed class NeverFuture : Future
    {
        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            return Pending;
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.NeverFuture);
        }
    }

    /// <summary>Ready at every poll.</summary>
    /// <remarks><b>Cancel:</b> does nothing.</remarks>
    public sealed class ReadyFuture : Future
    {
        /// <inheritdoc/>
        public override Poll Poll(Waker waker)
        {
            if (waker == null)
            {
                throw Throw.NullWaker();
            }

            return Ready;
        }

        /// <inheritdoc/>
        public override void Describe(Description to)
        {
            to.Add(Words.ReadyFuture);
        }
    }
}
