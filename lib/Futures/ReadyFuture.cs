namespace NanoExecutor
{
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
    }
}
